import { onCommandSettled } from '@/api'
import { platform } from '@/platform'

/** What is being written on a small form about a case, kept on the device under the intention it will be sent as. */
const place = (intention: string) => `form.${intention}`

export const keptForm = <F>(intention: string): F | null => platform.personal.get<F>(place(intention))

export const keepForm = (intention: string, form: object): void => platform.personal.set(place(intention), form)

// What got through, now or after a restart, is not to be written again.
onCommandSettled(({ pending, result }) => {
  if (result.ok) platform.personal.remove(place(pending.intention))
})
