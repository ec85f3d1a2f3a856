const NAMED = { 'aria-role': '', 'aria-label': '' }

/**
 * Component → the aria attributes WeChat understands (its role is spelt `aria-role`) that the pages give it, each with an empty
 * default, in the shape Taro merges into its own table of components. Every one of them is written into every template: no more
 * than are used.
 */
export const a11yComponents = {
  View: {
    ...NAMED,
    'aria-hidden': '',
    'aria-checked': '',
    'aria-expanded': '',
    'aria-busy': '',
    'aria-live': '',
  },
  Text: { 'aria-role': '', 'aria-level': '', 'aria-live': '' },
  Button: { ...NAMED, 'aria-busy': '' },
  Input: { 'aria-label': '' },
  Textarea: { 'aria-label': '' },
  Image: NAMED,
  Canvas: NAMED,
}
