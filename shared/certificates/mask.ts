/** What a screen may show of a number on a paper: its first and last character only (PIPL, design of screens). */
export function maskIdNumber(number: string): string {
  const characters = [...number]
  if (characters.length <= 2) return '*'.repeat(characters.length)
  return characters[0] + '*'.repeat(characters.length - 2) + characters[characters.length - 1]
}
