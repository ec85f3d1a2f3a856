import { fire, flag, type Widget } from './Widget'

const KEYBOARDS: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text', tel: 'tel' }
/** WeChat's default limit, in characters. */
const DEFAULT_MAX_LENGTH = 140

/** `<input>`: one line of text. Enter is the keyboard's confirm key. */
export function inputWidget(element: HTMLElement): Widget {
  const input = element as HTMLInputElement
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') fire(input, 'confirm', { value: input.value })
  })
  const field = textField(input)
  return {
    ...field,
    update(name, value) {
      if (name === 'type') input.inputMode = KEYBOARDS[String(value)] ?? 'text'
      else if (name === 'password') input.type = flag(value) ? 'password' : 'text'
      else field.update(name, value)
    },
  }
}

/** `<textarea>`: several lines of text. */
export function textareaWidget(element: HTMLElement): Widget {
  return textField(element as HTMLTextAreaElement)
}

function textField(
  field: HTMLInputElement | HTMLTextAreaElement,
): Widget & { update(name: string, value: unknown): void } {
  field.maxLength = DEFAULT_MAX_LENGTH
  field.addEventListener('input', () => {
    fire(field, 'input', { value: field.value, cursor: field.selectionStart, keyCode: 0 })
  })
  field.addEventListener('focus', () => fire(field, 'focus', { value: field.value, height: 0 }))
  field.addEventListener('blur', () => fire(field, 'blur', { value: field.value, cursor: field.selectionStart }))
  return {
    value: () => field.value,
    update(name, value) {
      if (name === 'value') {
        const text = value === undefined || value === null ? '' : String(value)
        if (field.value !== text) field.value = text
      } else if (name === 'maxlength') setMaxLength(field, Number(value ?? DEFAULT_MAX_LENGTH))
      else if ((name === 'focus' || name === 'auto-focus') && flag(value)) requestAnimationFrame(() => field.focus())
    },
  }
}

function setMaxLength(field: HTMLInputElement | HTMLTextAreaElement, length: number): void {
  if (length >= 0) field.maxLength = length
  else field.removeAttribute('maxlength')
}
