import { styleText } from 'node:util'

export type Style = Parameters<typeof styleText>[0]

/** Colours a text, or leaves it as it is. Whether the terminal has colours is decided where it is known. */
export function paint(colors: boolean): (style: Style, text: string) => string {
  return (style, text) => (colors ? styleText(style, text, { validateStream: false }) : text)
}
