import { createHash, randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { staffRole } from '@shared/contract/vocabulary'
import { LIUZHOU_DISTRICTS } from '@shared/places/liuzhouDistricts'
import { schemas } from '../cloudfunctions/lib/store/schemas'

/**
 * Makes a member of staff and their one-time invitation: two lines of JSON to import into the `staff` and `invitations`
 * collections at the console, and the page to send the person. Only the invitation's hash is stored anywhere.
 *   npx tsx tools/invite.ts --id liqiang --name 李强 --phone 0772-2001001 --role manager --districts 城中区,鱼峰区 --department 营业部
 */
const VALID_DAYS = 7

function main(): void {
  const { values } = parseArgs({
    options: {
      id: { type: 'string' },
      name: { type: 'string' },
      phone: { type: 'string' },
      role: { type: 'string', default: 'manager' },
      districts: { type: 'string', default: '' },
      department: { type: 'string', default: '' },
    },
  })
  const { id, name, phone } = values
  if (!id || !name || !phone) throw new Error('需要 --id、--name 和 --phone')
  const role = staffRole.parse(values.role)
  const districts = values.districts.split(',').filter(Boolean)
  const unknown = districts.filter((district) => !LIUZHOU_DISTRICTS.some((known) => known.name === district))
  if (unknown.length > 0) throw new Error(`没有这个区县：${unknown.join('、')}`)
  if (role === 'reviewer' && !values.department) throw new Error('会签人要写部门：--department 运检部')
  if (role === 'manager' && districts.length === 0)
    throw new Error('客户经理至少要管一个区县：--districts 城中区,鱼峰区')

  const token = randomBytes(24).toString('base64url')
  const invitation = {
    _id: createHash('sha256').update(token).digest('hex'),
    staffId: id,
    expiresAt: Date.now() + VALID_DAYS * 86_400_000,
    usedBy: '',
  }
  const staff = { _id: id, name, phone, role, districts, department: values.department }
  // Whole documents, as the functions read them.
  console.log(`staff:       ${JSON.stringify(schemas.staff().parse(staff))}`)
  console.log(`invitations: ${JSON.stringify(schemas.invitations().parse(invitation))}`)
  console.log(`发给本人（${VALID_DAYS} 天内有效，只能用一次）：staff/bind/index?invitation=${token}`)
}

try {
  main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
