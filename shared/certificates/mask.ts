/** What a screen may show of a number on a paper: its first and last character only (PIPL, design of screens). */
export function maskIdNumber(number: string): string {
  const characters = [...number]
  if (characters.length <= 2) return '*'.repeat(characters.length)
  return characters[0] + '*'.repeat(characters.length - 2) + characters[characters.length - 1]
}

/** A telephone number with its middle hidden: 138****5678; anything shorter than 8 characters is hidden whole. */
export function maskPhone(phone: string): string {
  return phone.length < 8
    ? '*'.repeat(phone.length)
    : phone.slice(0, 3) + '*'.repeat(phone.length - 7) + phone.slice(-4)
}

/** A mainland mobile number (11 digits from 13) or a fixed line with its area code (0772-1234567). */
export function isPhone(phone: string): boolean {
  return /^1[3-9]\d{9}$/.test(phone) || /^0\d{2,3}-?[2-9]\d{6,7}$/.test(phone)
}
