import { cases } from '../server/exam/cases/index.ts'

const texts = {
  en: {
    title: 'Cases of the exam',
    intro:
      'What `intram-sandbox exam` plays, in this order; `--only` takes these codes. `--format json` has both languages.',
    fix: 'Fix:',
  },
  fr: {
    title: 'Cas de l’examen',
    intro:
      'Ce que joue `intram-sandbox exam`, dans cet ordre ; `--only` prend ces codes. `--format json` a les deux langues.',
    fix: 'Remède :',
  },
}

/** What each case asks of an application, and what usually mends it. */
export function examPage(language: 'en' | 'fr'): string {
  const { title, intro, fix: remedy } = texts[language]
  const sections = cases.map(
    ({ code, title, fix }) => `## ${code}\n\n${sentence(title[language])}\n\n${remedy} ${fix[language]}\n`,
  )
  const notice = '<!-- Generated from server/exam/cases by `npm run generate`. -->\n'
  return [notice, `# ${title}\n`, `${intro}\n`, ...sections].join('\n')
}

function sentence(title: string): string {
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}.`
}
