/** The aria attributes WeChat understands (its role is spelt `aria-role`), each with an empty default. */
const ARIA = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-expanded': '',
  'aria-busy': '',
  'aria-live': '',
}

/** Component → attributes to add to it, in the shape Taro merges into its own table of components. */
export const a11yComponents = {
  View: ARIA,
  Text: ARIA,
  Button: ARIA,
  Input: ARIA,
  Textarea: ARIA,
  Image: ARIA,
  Picker: ARIA,
  Label: ARIA,
  Canvas: ARIA,
}
