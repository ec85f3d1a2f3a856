import { buttonWidget, formWidget, labelWidget } from './button'
import { canvasWidget, mapWidget } from './canvas'
import { checkboxWidget, radioWidget, switchWidget } from './choices'
import { imageWidget } from './image'
import { pickerWidget } from './picker'
import { scrollViewWidget } from './scrollView'
import { inputWidget, textareaWidget } from './textField'
import { type Widget, type WidgetHost, widgetOf } from './Widget'

export type { WidgetHost } from './Widget'

/** WeChat's native elements that do more than lay out their children. The rest (view, text, …) are plain elements. */
const WIDGETS: Record<string, (element: HTMLElement, host: WidgetHost) => Widget> = {
  button: buttonWidget,
  canvas: canvasWidget,
  checkbox: checkboxWidget,
  form: formWidget,
  image: imageWidget,
  input: inputWidget,
  label: labelWidget,
  map: mapWidget,
  picker: pickerWidget,
  radio: radioWidget,
  'scroll-view': scrollViewWidget,
  switch: switchWidget,
  textarea: textareaWidget,
}

/** Makes the DOM element of one native element, with its behaviour. */
export function createWidget(tagName: string, host: WidgetHost): HTMLElement {
  const element = document.createElement(tagName)
  const make = WIDGETS[tagName]
  if (make) widgetOf.set(element, make(element, host))
  return element
}

/**
 * Puts an attribute the app set on the DOM element, and tells the widget. Values arrive as the app gave them (arrays, booleans).
 * `aria-role` becomes the DOM's `role`, so that assistive tools and tests see what WeChat's screen reader sees.
 */
export function updateWidget(element: HTMLElement, name: string, value: unknown): void {
  widgetOf.get(element)?.update?.(name, value)
  if (name === 'value' || name === 'checked' || (name === 'src' && element.tagName === 'IMAGE')) return
  // A DOM button of type "primary" would submit its form, so WeChat's type moves aside.
  const attribute = RENAMED[name] ?? name
  const aria = name.startsWith('aria-')
  // Taro hands over an empty text for a flag or label that was never set.
  const unset = value === '' && (aria || FLAGS.includes(name))
  if (typeof value === 'boolean' && aria) element.setAttribute(attribute, String(value))
  else if (value === true) element.setAttribute(attribute, '')
  else if ((typeof value === 'string' || typeof value === 'number') && !unset)
    element.setAttribute(attribute, String(value))
  else if (!widgetOf.get(element)?.nature?.includes(attribute)) element.removeAttribute(attribute)
}

const RENAMED: Record<string, string> = { 'aria-role': 'role', type: 'data-type' }
const FLAGS = ['disabled', 'focus', 'auto-focus', 'hidden']
