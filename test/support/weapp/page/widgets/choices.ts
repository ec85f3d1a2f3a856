import { fire, flag, type Widget } from './Widget'

interface Choice extends Widget {
  set(checked: boolean): void
  checked(): boolean
  name(): string
}

const choiceOf = new WeakMap<HTMLElement, Choice>()

/** `<switch>`: fires `change {value: boolean}`. */
export function switchWidget(element: HTMLElement): Widget {
  const choice = makeChoice(element, 'switch')
  onPress(element, () => {
    choice.set(!choice.checked())
    fire(element, 'change', { value: choice.checked() })
  })
  return { ...choice, value: () => choice.checked() }
}

/** `<checkbox>` in a `<checkbox-group>`, which fires `change {value: the checked values}`. */
export function checkboxWidget(element: HTMLElement): Widget {
  const choice = makeChoice(element, 'checkbox')
  onPress(element, () => {
    choice.set(!choice.checked())
    const group = element.closest<HTMLElement>('checkbox-group')
    if (group)
      fire(group, 'change', {
        value: choicesIn(group, 'checkbox')
          .filter((one) => one.checked())
          .map((one) => one.name()),
      })
  })
  return choice
}

/** `<radio>` in a `<radio-group>`, which fires `change {value: the chosen value}`. */
export function radioWidget(element: HTMLElement): Widget {
  const choice = makeChoice(element, 'radio')
  onPress(element, () => {
    if (choice.checked()) return
    const group = element.closest<HTMLElement>('radio-group')
    if (group) for (const other of choicesIn(group, 'radio')) other.set(false)
    choice.set(true)
    if (group) fire(group, 'change', { value: choice.name() })
  })
  return choice
}

function makeChoice(element: HTMLElement, role: string): Choice {
  let name = ''
  let checked = false
  element.setAttribute('role', role)
  element.setAttribute('aria-checked', 'false')
  const choice: Choice = {
    nature: ['role', 'aria-checked'],
    set(next) {
      checked = next
      element.setAttribute('aria-checked', String(next))
      element.toggleAttribute('data-checked', next)
    },
    checked: () => checked,
    name: () => name,
    update(attribute, value) {
      if (attribute === 'checked') choice.set(flag(value))
      if (attribute === 'value') name = String(value ?? '')
    },
  }
  choiceOf.set(element, choice)
  return choice
}

function choicesIn(group: HTMLElement, tagName: string): Choice[] {
  return [...group.querySelectorAll<HTMLElement>(tagName)].map((element) => choiceOf.get(element)!)
}

function onPress(element: HTMLElement, press: () => void): void {
  element.addEventListener('click', () => {
    if (!element.hasAttribute('disabled')) press()
  })
}
