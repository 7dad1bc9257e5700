import { digitsOfName } from './color-names.ts'

/** A colour as #rrggbb in lower case. */
export type Color = `#${string}`

/** Reads the colour of a store: #rgb, #rrggbb, or a name of CSS. Anything else is none, and never reaches a style sheet. */
export function readColor(text: string | null): Color | undefined {
  const written = text?.trim().toLowerCase() ?? ''
  const [, digits = digitsOfName(written)] = /^#([0-9a-f]{6}|[0-9a-f]{3})$/.exec(written) ?? []
  if (digits === undefined) return undefined
  return `#${digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits}`
}

/** Black or white, whichever is easier to read on a colour: never less than 4.58 to 1. */
export function textColorOn(background: Color): Color {
  return contrast(background, '#ffffff') >= contrast(background, '#000000') ? '#ffffff' : '#000000'
}

/** From 1 (the same) to 21 (black on white), as WCAG 2 defines it. */
export function contrast(one: Color, other: Color): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: Color): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(color.slice(at, at + 2), 16) / 255)) as [
    number,
    number,
    number,
  ]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
