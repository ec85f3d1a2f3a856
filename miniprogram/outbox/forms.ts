import { read, remove, useKept, write } from './storage'

/** What is being written on a page, on the device from the first letter until it is accepted. */
const place = (key: string) => `form.${key}`

export const readForm = <F>(key: string): F | null => read<F>(place(key))
export const writeForm = (key: string, form: unknown): boolean => write(place(key), form)
export const dropForm = (key: string): void => remove(place(key))

/** A form, as it was left or empty, and the way to change its newest state: a picture may arrive after another edit. */
export function useForm<F extends object>(
  key: string,
  empty: F,
): [form: F, change: (how: (now: F) => Partial<F>) => void] {
  const newest = () => readForm<F>(key) ?? empty
  const form = useKept(newest)
  return [
    form,
    (how) => {
      const now = newest()
      writeForm(key, { ...now, ...how(now) })
    },
  ]
}
