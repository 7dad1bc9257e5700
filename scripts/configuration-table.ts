import { startFlags } from '../server/config.ts'
import { environmentName, type Flags, flagName } from '../server/flags.ts'

const words = {
  en: { flag: 'Flag', environment: 'Environment', default: 'Default', meaning: 'Meaning' },
  fr: { flag: 'Option', environment: 'Environnement', default: 'Par défaut', meaning: 'Sens' },
}

/** The options of `intram-sandbox start` as a Markdown table, in the language of the page. */
export function configurationTable(language: 'en' | 'fr'): string {
  const head = words[language]
  const rows = Object.entries(startFlags as Flags).map(([name, flag]) => {
    const short = flag.short ? `-${flag.short}, ` : ''
    const value = flag.value ? ` ${flag.value}` : ''
    const variables = [environmentName(name), ...(flag.env ?? [])].map((variable) => `\`${variable}\``)
    const initial = flag.default === undefined || flag.default === false ? '' : `\`${flag.default}\``
    return [`\`${short}${flagName(name)}${value}\``, variables.join(', '), initial, flag.help[language]]
  })
  const line = (cells: string[]) => `| ${cells.join(' | ')} |\n`
  const columns = [head.flag, head.environment, head.default, head.meaning]
  return [columns, columns.map(() => '---'), ...rows].map(line).join('')
}
