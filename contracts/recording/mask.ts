/** `Awa-12` → `Xxx-00`. */
export function mask(text: string): string {
  return text
    .replaceAll(/[0-9]/g, '0')
    .replaceAll(/[a-z]/g, 'x')
    .replaceAll(/[A-Z]/g, 'X')
    .replaceAll(/[^\p{ASCII}]/gu, 'é')
}
