import { type FindingCode, findingCodes } from './domain/findings/codes.ts'
import { type Severity, severities } from './domain/findings/finding.ts'
import { type Flag, type Flags, readOneOf, UsageError } from './flags.ts'

/** The options that say what becomes of the findings when the sandbox stops. */
export const findingsFlags = {
  failOnFindings: {
    value: 'SEVERITY',
    preset: 'warning',
    default: undefined,
    read: readOneOf(...severities),
    help: {
      en: 'Exit with 1 when findings are at least this bad: note, warning (without a value), error',
      fr: 'Sortir avec le code 1 si des constats sont au moins de cette gravité : note, warning (sans valeur), error',
    },
  } as Flag<Severity | undefined>,
  ignore: {
    value: 'CODES',
    default: undefined,
    read: readCodes,
    help: {
      en: 'Findings to say nothing of, by their codes, separated by commas',
      fr: 'Constats à ignorer, par leurs codes, séparés par des virgules',
    },
  } as Flag<FindingCode[] | undefined>,
  report: {
    value: 'FILE',
    default: undefined,
    read: readReport,
    help: {
      en: 'Write the findings into a file when it stops: .xml (JUnit), .sarif or .md',
      fr: 'Écrire les constats dans un fichier à l’arrêt : .xml (JUnit), .sarif ou .md',
    },
  } as Flag<string | undefined>,
} satisfies Flags

function readCodes(text: string): FindingCode[] {
  const codes = text.split(',').map((code) => code.trim())
  const unknown = codes.filter((code) => !findingCodes.includes(code as FindingCode))
  if (unknown.length === 0) return codes as FindingCode[]
  throw new UsageError(`has no finding ${unknown.join(', ')}: there are ${findingCodes.join(', ')}`)
}

function readReport(path: string): string {
  if (/\.(xml|sarif|md)$/.test(path)) return path
  throw new UsageError('must end with .xml (JUnit), .sarif or .md')
}
