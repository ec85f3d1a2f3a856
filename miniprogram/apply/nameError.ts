import { LONGEST_NAME, nameFault } from '@shared/typed/names'

/** What is wrong with a name, by what it is called on the page; null where nothing is. */
export function nameError(label: string, name: string): string | null {
  const fault = nameFault(name)
  if (fault === 'tooLong') return `${label}最多${LONGEST_NAME}个字，现在超出了，请只填${label}`
  return fault ? `请填写${label}` : null
}
