import { staff } from '@/api'
import { useKeptView } from '@/useKeptView'

/** The member of staff signed in. */
export const useMe = () => useKeptView('me', () => staff('me', {}))
