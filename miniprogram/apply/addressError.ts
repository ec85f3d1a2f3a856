import { addressFault } from '@shared/places/districtOf'
import { lengthOf } from '@shared/typed/clean'
import { LONGEST_ADDRESS } from '@shared/typed/names'

/** What is wrong with an address in the district chosen; null where nothing is. */
export function addressError(address: string, district: string | null = null): string | null {
  const length = lengthOf(address.trim())
  if (length < 4) return '请填写用电地址'
  return length > LONGEST_ADDRESS
    ? `用电地址最多${LONGEST_ADDRESS}个字，现在有${length}个字，请写短一些`
    : addressFault(address, district)
}
