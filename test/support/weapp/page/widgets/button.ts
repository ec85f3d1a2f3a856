import { fire, type Widget, type WidgetHost, widgetOf } from './Widget'

/** `<button>`: disabled, submitting a form, and the open abilities the app can use without WeChat's server. */
export function buttonWidget(element: HTMLElement, host: WidgetHost): Widget {
  const button = element as HTMLButtonElement
  button.type = 'button'
  const settings: Record<string, unknown> = {}
  button.addEventListener('click', () => {
    if (button.disabled) return
    if (settings['form-type'] === 'submit') submit(button)
    if (settings['form-type'] === 'reset') fireOnForm(button, 'reset', {})
    if (settings['open-type'] === 'agreePrivacyAuthorization') {
      host.agreePrivacy()
      fire(button, 'agreeprivacyauthorization', {})
    }
    if (settings['open-type'] === 'getPhoneNumber') {
      // Simulated: WeChat's server would exchange this code for the number.
      fire(button, 'getphonenumber', { errMsg: 'getPhoneNumber:ok', code: 'simulated-phone-code' })
    }
  })
  return {
    update(name, value) {
      settings[name] = value
    },
  }
}

/** `<form>`: never submits by itself. */
export function formWidget(element: HTMLElement): Widget {
  element.addEventListener('submit', (event) => event.preventDefault())
  return {}
}

/** `<label>`: a tap on it reaches the control it names with `for`, or the first one inside. */
export function labelWidget(element: HTMLElement): Widget {
  const controls = 'checkbox, radio, switch'
  element.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest(controls)) return
    element.querySelector<HTMLElement>(controls)?.click()
  })
  return {}
}

function submit(button: HTMLElement): void {
  const form = button.closest('form')
  const value: Record<string, unknown> = {}
  for (const field of form?.querySelectorAll<HTMLElement>('[name]') ?? []) {
    const widget = widgetOf.get(field)
    if (widget?.value) value[field.getAttribute('name')!] = widget.value()
  }
  fireOnForm(button, 'submit', { value })
}

function fireOnForm(button: HTMLElement, type: string, detail: unknown): void {
  const form = button.closest<HTMLElement>('form')
  if (form) fire(form, type, detail)
}
