import type { Keys } from '../api/keyring.ts'
import { paint } from '../paint.ts'

type Options = {
  baseUrl: string
  exampleKeys: Keys | undefined
  keysFile: string | undefined
  speaksTls: boolean
  colors: boolean
}

/** What one needs to begin: where it is, keys as environment lines, and a first call to paste. */
export function banner({ baseUrl, exampleKeys, keysFile, speaksTls, colors }: Options): string {
  const color = paint(colors)
  const bold = (text: string) => color('bold', text)
  const dim = (text: string) => color('dim', text)
  const keys = exampleKeys
    ? [
        dim('# any four keys work; these are new and have transactions of their own'),
        `export INTRAM_BASE_URL=${baseUrl}`,
        `export INTRAM_PUBLIC_KEY=${exampleKeys.publicKey}`,
        `export INTRAM_PRIVATE_KEY=${exampleKeys.privateKey}`,
        `export INTRAM_SECRET=${exampleKeys.secretKey}`,
        `export INTRAM_MARCHAND_KEY=${exampleKeys.merchantKey}`,
      ]
    : [
        dim(`# only the keys in ${keysFile} are taken: export them as INTRAM_PUBLIC_KEY and so on`),
        `export INTRAM_BASE_URL=${baseUrl}`,
      ]
  return `${[
    '',
    `  ${bold('intram-sandbox')} serves ${bold(baseUrl)}`,
    `  ${dim('API reference')} ${baseUrl.replace(/\/api\/v1$/, '/docs')}`,
    ...(speaksTls
      ? [`  ${dim('and, for those who trust `intram-sandbox ca`,')} ${baseUrl.replace(/^http:/, 'https:')}`]
      : []),
    '',
    ...keys,
    '',
    ...curl,
    '',
    dim('# then play the customer (also: fail, cancel, list)'),
    'npx intram-sandbox pay TRANSACTION_ID',
    '',
  ].join('\n')}\n`
}

const curl = [
  'curl -X POST "$INTRAM_BASE_URL/payments/request" \\',
  '  -H "X-API-KEY: $INTRAM_PUBLIC_KEY" -H "X-PRIVATE-KEY: $INTRAM_PRIVATE_KEY" \\',
  '  -H "X-SECRET-KEY: $INTRAM_SECRET" -H "X-MARCHAND-KEY: $INTRAM_MARCHAND_KEY" \\',
  "  -H 'Content-Type: application/json' \\",
  '  -d \'{"invoice":{"currency":"XOF","amount":1000},"store":{"name":"Test Store"}}\'',
]
