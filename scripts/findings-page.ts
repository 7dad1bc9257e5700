import { lints } from '../server/domain/findings/catalogue.ts'

const texts = {
  en: {
    title: 'Findings',
    intro:
      'What the sandbox finds wrong or risky in the code that calls it, the worst first. They are judged from the journal\n' +
      'of a merchant: `GET /__admin/findings`, and `findings()` in process.',
    notice: 'Generated from server/domain/findings by `npm run generate`.',
    fix: 'Fix',
    severities: { error: 'Error', warning: 'Warning', note: 'Note' },
  },
  fr: {
    title: 'Constats',
    intro:
      'Ce que le bac à sable trouve de faux ou de risqué dans le code qui l’appelle, le plus grave d’abord. Il en juge d’après le\n' +
      'journal d’un marchand : `GET /__admin/findings`, et `findings()` dans le même processus.',
    notice: 'Généré à partir de server/domain/findings par `npm run generate`.',
    fix: 'Remède',
    severities: { error: 'Erreur', warning: 'Avertissement', note: 'Remarque' },
  },
}

/** The page to which each finding points, by its code. */
export function findingsPage(language: 'en' | 'fr'): string {
  const { title, intro, notice, fix: remedy, severities } = texts[language]
  const colon = language === 'fr' ? ' :' : ':'
  const sections = lints.map(
    ({ code, severity, sentence, fix }) =>
      `## ${code}\n\n${severities[severity]}. ${sentence[language]}\n\n${remedy}${colon} ${fix[language]}\n`,
  )
  return [`<!-- ${notice} -->\n`, `# ${title}\n`, `${intro}\n`, ...sections].join('\n')
}
