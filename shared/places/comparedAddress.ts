import { clean } from '../typed/clean'
import { WRITTEN_DISTRICTS } from './districtOf'
import { LIUZHOU_DISTRICTS } from './liuzhouDistricts'

const BEFORE_DISTRICT = /^(?:中国)?(?:广西壮族自治区|广西)?(?:柳州市?)?/

/**
 * An address as it is compared with another: without what people write or leave out at will (province, city, street office, blanks,
 * marks), and with buildings, units and rooms as numbers: 3栋2单元501室 is 3-2-501. Never shown.
 */
export function comparedAddress(address: string, district: string): string {
  const text = clean('address', address)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s,.;:、，。；：“”"'()（）【】[\]]/g, '')
    .replace(BEFORE_DISTRICT, '')
  const written = WRITTEN_DISTRICTS.find(([name, full]) => full === district && text.startsWith(name))?.[0] ?? ''
  const rest = text.slice(written.length)
  const offices = LIUZHOU_DISTRICTS.find(({ name }) => name === district)?.towns ?? []
  const office = offices.find((town) => town.endsWith('街道') && rest.startsWith(town)) ?? ''
  const inside = rest
    .slice(office.length)
    .replace(/号?楼|[栋幢座]|单元/g, '-')
    .replace(/[室房号]$/, '')
    .replace(/-+/g, '-')
  return `${district}|${inside}`
}
