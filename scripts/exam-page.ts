import { cases } from '../server/exam/cases/index.ts'

const texts = {
  en: {
    notice: 'Generated from server/exam/cases by `npm run generate`.',
    title: 'Cases of the exam',
    intro:
      'What `intram-sandbox exam` plays, in this order; `--only` takes these codes. `--format json` has both languages, also of why a case has failed.',
    fix: 'Fix:',
  },
  fr: {
    notice: 'Généré à partir de server/exam/cases par `npm run generate`.',
    title: 'Cas de l’examen',
    intro:
      'Ce que joue `intram-sandbox exam`, dans cet ordre ; `--only` prend ces codes. `--format json` donne ces textes dans ' +
      'les deux langues, et aussi pourquoi un cas a échoué.',
    fix: 'Remède :',
  },
}

/** What each case asks of an application, and what usually mends it. */
export function examPage(language: 'en' | 'fr'): string {
  const { notice, title, intro, fix: remedy } = texts[language]
  const sections = cases.map(
    ({ code, title, fix }) => `## ${code}\n\n${sentence(title[language])}\n\n${remedy} ${fix[language]}\n`,
  )
  return [`<!-- ${notice} -->\n`, `# ${title}\n`, `${intro}\n`, ...sections].join('\n')
}

function sentence(title: string): string {
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}.`
}
