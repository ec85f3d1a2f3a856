import { LIUZHOU_DISTRICTS } from './liuzhouDistricts'

/** Ways people write districts: the two autonomous counties in short, 柳江 as it was called until 2016. */
const OTHER_NAMES: Record<string, string> = {
  融水县: '融水苗族自治县',
  三江县: '三江侗族自治县',
  柳江县: '柳江区',
}
/** Each way a district is written, with its full name. */
export const WRITTEN_DISTRICTS = [
  ...LIUZHOU_DISTRICTS.map(({ name }) => [name, name] as const),
  ...Object.entries(OTHER_NAMES),
]

/** What may stand before a district of Liuzhou; anything else that names a province or a city means another place. */
const OWN_PREFIX = /中国|广西壮族自治区|广西|柳州市?/g

const outside = (prefix: string) => /[省市盟]|自治[区州]/.test(prefix.replace(OWN_PREFIX, ''))

/** What makes a road of a district's name (柳江区路), and behind another district an office to find the place by (柳北区政府旁). */
const ROAD = /^[东西南北中]?(?:路|街|巷|大道|桥)/
const OFFICE = /^(?:人民|政府|法院|医院|公安|供电|税务)/

/** The districts (区县) of Liuzhou an address names as such, by their full names, in its order, each once. */
function districtsIn(address: string): string[] {
  const text = address.replace(/\s/g, '')
  const found = WRITTEN_DISTRICTS.flatMap(([written, name]) => {
    const at = text.indexOf(written)
    return at < 0 || outside(text.slice(0, at)) ? [] : { at, name, after: text.slice(at + written.length) }
  })
    .filter(({ after }) => !ROAD.test(after))
    .sort((one, other) => one.at - other.at)
  const named = found.filter(({ after }, index) => index === 0 || !OFFICE.test(after))
  return [...new Set(named.map(({ name }) => name))]
}

/**
 * The district or county (区县) of Liuzhou an address lies in, by its full name, or null where it names none or lies elsewhere
 * (西宁 too has a 城中区). A township alone decides only where the address says 柳州.
 */
export function districtOf(address: string): string | null {
  const [first] = districtsIn(address)
  if (first) return first
  const text = address.replace(/\s/g, '')
  if (!text.includes('柳州')) return null
  const holders = LIUZHOU_DISTRICTS.filter(({ towns }) =>
    towns.some((town) => text.includes(town) && !outside(text.slice(0, text.indexOf(town)))),
  )
  return holders.length === 1 ? holders[0].name : null
}

/** The district a township or street office (镇、乡、街道) right behind the district's name belongs to. */
function holderOfTown(address: string, district: string): { town: string; name: string } | null {
  const after = address.replace(/\s/g, '').split(district)[1] ?? ''
  for (const { name, towns } of LIUZHOU_DISTRICTS) {
    const town = towns.find((each) => after.startsWith(each))
    if (town) return { town, name }
  }
  return null
}

/** Another city or province at the head of an address, before a district of its own. */
const ELSEWHERE =
  /^(?:中国)?(?:([一-龥]{2,3}省)|(?!广西)([一-龥]{2,5}自治区))|^(?:中国)?(?:广西(?:壮族自治区)?)?(?!柳州市)([一-龥]{2,3}市)[一-龥]{1,8}?[区县]/u

/**
 * What an address says against itself or against the district chosen for it, and what to do; null where nothing. Names of roads say
 * nothing: 柳江路 is in 城中区 as well.
 */
export function addressFault(address: string, chosen: string | null): string | null {
  const text = address.replace(/\s/g, '')
  const elsewhere = ELSEWHERE.exec(text)
  if (elsewhere)
    return `这个地址在${elsewhere[1] ?? elsewhere[2] ?? elsewhere[3]}，这里只办柳州市的用电。请写要用电的地方`
  const [named, other] = districtsIn(address)
  if (named && other) return `地址里写了${named}和${other}两个区县，请只写用电的那一个`
  const town = named ? holderOfTown(text, named) : null
  if (town && town.name !== named) return `${town.town}在${town.name}，地址里写的是${named}，请改成一致`
  const at = named ?? districtOf(address)
  return at && chosen && at !== chosen ? `地址在${at}，选的区县是${chosen}，请改成一致` : null
}

/** An address that says its district: 柳州市文昌路18号 → 柳州市城中区文昌路18号. */
export const withDistrict = (address: string, district: string): string =>
  districtOf(address) === district && districtsIn(address).length > 0
    ? address
    : address.replace(/^((?:中国)?(?:广西(?:壮族自治区)?)?(?:柳州市)?)?/, `$1${district}`)
