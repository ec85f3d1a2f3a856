import type { ResponseOf } from '@shared/contract'
import { staff } from '@/api'
import { useKeptView } from '@/useKeptView'

/** Who is signed in, as the staff's records have them. */
export type Me = ResponseOf<'staff', 'me'>

export const useMe = () => useKeptView('me', () => staff('me', {}))

/** An account manager new cases cannot come to. */
export const withoutDistrict = ({ role, districts }: Me): boolean => role === 'manager' && districts.length === 0
export const NO_DISTRICT = '还没有给您分县区。请找主管分好，新的申请才会分给您。'
