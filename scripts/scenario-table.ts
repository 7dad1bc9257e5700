import { catalogue } from '../server/domain/scenario/catalogue.ts'

const heads = {
  en: ['Scenario', 'Amount', 'What comes of the payment'],
  fr: ['Scénario', 'Montant', 'Ce que devient le paiement'],
}

export function scenarioTable(language: 'en' | 'fr'): string {
  const rows = catalogue.map((entry) => [`\`${entry.scenario}\``, String(entry.amount), entry[language]])
  const line = (cells: string[]) => `| ${cells.join(' | ')} |\n`
  return [line(heads[language]), line(['---', '---:', '---']), ...rows.map(line)].join('')
}
