import { onCommandSettled } from '@/api'
import { forgetPicture, type KeptPicture } from '@/kept/keptPictures'
import { platform } from '@/platform'

/** What is being written on a small form about a case, kept on the device under the intention it will be sent as. */
const place = (intention: string) => `form.${intention}`

export const keptForm = <F>(intention: string): F | null => platform.personal.get<F>(place(intention))

export const keepForm = (intention: string, form: object): void => platform.personal.set(place(intention), form)

/** Drops a form, and the pictures on it. */
function forgetForm(intention: string): void {
  const pictures = keptForm<{ pictures?: KeptPicture[] }>(intention)?.pictures ?? []
  for (const picture of pictures) void forgetPicture(picture)
  platform.personal.remove(place(intention))
}

// What got through, now or after a restart, is not to be written again.
onCommandSettled(({ pending, result }) => {
  if (result.ok) forgetForm(pending.intention)
})
