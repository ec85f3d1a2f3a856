import type { CertificateReading } from '../contract/pictures'
import { districtOf } from '../places/districtOf'
import { nameKey } from '../typed/names'
import { COMMON_PAPER_TITLES } from './paperTitles'

/**
 * Something about a paper its owner should know before it is handed in: what, and what to do. Never a refusal. `field` is what it was
 * read off, to be shown beside it as the paper has it.
 */
export type Finding =
  /** The picture is of a paper this group does not take. */
  | { code: 'otherPaper'; text: string; remedy: string }
  /** Of a card only the side without the picture is there. */
  | { code: 'back'; text: string; remedy: string }
  /** 权利人 is not the applicant: one plain question, answered by the person. */
  | { code: 'otherOwner'; text: string; remedy: string; owner: string; field: 'owner' }
  /** The identity paper is another's than the applicant's: asked in the same way. */
  | { code: 'otherName'; text: string; remedy: string; field: 'name' }
  /** 坐落 is not where the power is wanted. */
  | { code: 'otherAddress'; text: string; remedy: string; field: 'location' }
  | { code: 'expired'; text: string; remedy: string; field: 'validity' }

interface Question {
  /** Codes this group takes. */
  allowed: readonly string[]
  /** 申请人 as on the form. */
  applicant: string
  /** 用电地址 as applied for. */
  address: string
  /** Beijing day 'YYYY-MM-DD'. */
  today: string
}

const bare = (text: string) => text.replace(/[\s（）()]/g, '')

/** The last day a paper is valid, where it says one: '2016.03.21-2036.03.21', '2010年5月1日至2030年4月30日'; null for 长期. */
export function validUntil(validity: string): string | null {
  const days = [...validity.matchAll(/(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})/g)]
  const last = days.at(-1)
  if (!last || /长期|永久/.test(validity)) return null
  return `${last[1]}-${last[2].padStart(2, '0')}-${last[3].padStart(2, '0')}`
}

type Read = CertificateReading['fields'][string] | undefined
/** A value the reader itself doubts says nothing: it may be its own mistake. One it does not tell about is shown beside its cut-out. */
const saysSomething = (field: Read): field is NonNullable<Read> =>
  field !== undefined && (!field.doubtful || field.untold === true)

/** Everything worth saying about a paper, all at once. */
export function findingsOf(
  { kind, side, fields, unaccepted }: CertificateReading,
  { allowed, applicant, address, today }: Question,
): Finding[] {
  const findings: Finding[] = []
  if (kind !== null && !allowed.includes(kind))
    findings.push({
      code: 'otherPaper',
      text: `这张看起来是${COMMON_PAPER_TITLES[kind]}，这里用不上。`,
      remedy: '请换成下面列出的任一种；没有的话，客户经理上门时再说也行。',
    })
  if (unaccepted)
    findings.push({
      code: 'otherPaper',
      text: `这是${unaccepted}，这里用不上。`,
      remedy: '请换成下面列出的任一种；没有的话，客户经理上门时再说也行。',
    })
  if (kind !== null && allowed.includes(kind) && side === 'back')
    findings.push({
      code: 'back',
      text: `这是${COMMON_PAPER_TITLES[kind]}的${kind === 'idCard' ? '国徽面' : '背面'}。`,
      remedy: '请再拍有照片的一面，两面一起交。',
    })
  const { name, owner, location, validity } = fields
  if (kind !== null && allowed.includes(kind) && saysSomething(owner) && !names(owner.value, applicant))
    findings.push({
      code: 'otherOwner',
      owner: owner.value,
      field: 'owner',
      text: `证上的权利人是“${owner.value}”，申请人是“${applicant}”。`,
      remedy: '是租的房子，请改拍租用房屋凭证；是家人的、共有的，或者认错了字，就用这张。',
    })
  if (kind !== null && allowed.includes(kind) && saysSomething(name) && !names(name.value, applicant))
    findings.push({
      code: 'otherName',
      field: 'name',
      text: `证件上的名字是“${name.value}”，申请人是“${applicant}”。`,
      remedy: '拍成了别人的，请重新拍；申请里的名字写错了，请先更正；只是认错了字，就用这张。',
    })
  if (kind !== null && allowed.includes(kind) && saysSomething(location) && elsewhere(location.value, address))
    findings.push({
      code: 'otherAddress',
      field: 'location',
      text: `证上的地点是“${location.value}”，您要用电的是“${address}”。`,
      remedy: '是同一个地方、只是叫法不同，就用这张；不是，请换用电地点的证。用电地址写错了，到下面“更正”里改。',
    })
  const until = saysSomething(validity) ? validUntil(validity.value) : null
  if (until && until < today)
    findings.push({
      code: 'expired',
      field: 'validity',
      text: `这张证件 ${until} 已经过期。`,
      remedy: '请换新的证件；正在换证的，先交这张也能受理。',
    })
  return findings
}

/** Whether an owner's field (one or several names) names the applicant. */
const names = (owners: string, applicant: string): boolean => nameKey(owners).includes(nameKey(applicant))

const doorOf = (address: string): string | undefined => /(\d+)(?:[-－]\d+)*号/.exec(bare(address))?.[1]

/** Whether two addresses plainly name different places: another district, or another door. Different words for one place say nothing. */
function elsewhere(one: string, other: string): boolean {
  const differ = (a: string | null | undefined, b: string | null | undefined) => Boolean(a && b && a !== b)
  return differ(districtOf(one), districtOf(other)) || differ(doorOf(one), doorOf(other))
}
