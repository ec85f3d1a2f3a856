const web = process.env.TARO_ENV === 'h5'

type Spoken = Record<string, string | boolean | undefined>

/**
 * What a screen reader says of an element. WeChat spells the role `aria-role`, the web `role`.
 * An element with its own label is read as one; its children stay silent.
 */
export const speak = (role: string, label?: string, state: Spoken = {}): Spoken => ({
  [web ? 'role' : 'aria-role']: role,
  ...(label === undefined ? {} : { 'aria-label': label }),
  ...state,
})

/** A heading: the page's title is the first level, what stands on the page the second. */
export const heading = (level = 2): Spoken => speak('heading', undefined, { 'aria-level': String(level) })

/** Decoration: not read out. */
export const silent: Spoken = { 'aria-hidden': true }
