import { lengthOf } from '@shared/typed/clean'
import { LONGEST_ADDRESS } from '@shared/typed/names'

/** What is wrong with an address; null where nothing is. */
export function addressError(address: string): string | null {
  const length = lengthOf(address.trim())
  if (length < 4) return '请填写用电地址'
  return length > LONGEST_ADDRESS ? `用电地址最多${LONGEST_ADDRESS}个字，现在有${length}个字，请写短一些` : null
}
