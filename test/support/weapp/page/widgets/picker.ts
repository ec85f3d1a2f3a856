import { fire, type Widget, type WidgetHost } from './Widget'

interface PickerSettings {
  mode: string
  range: unknown[]
  rangeKey: string
  value: unknown
  start: string
  end: string
}

/**
 * `<picker>`: a tap opens a sheet. One column is a list to tap (`selector`); several columns, dates and times are fields with 确定.
 * Fires `change {value}` with indexes or text as WeChat does, or `cancel`.
 */
export function pickerWidget(element: HTMLElement, host: WidgetHost): Widget {
  const settings: PickerSettings = { mode: 'selector', range: [], rangeKey: '', value: 0, start: '', end: '' }
  element.addEventListener('click', async () => {
    if (element.hasAttribute('disabled')) return
    const value = await ask(settings, host)
    if (value === null) fire(element, 'cancel', {})
    else fire(element, 'change', { value })
  })
  return {
    value: () => settings.value,
    update(name, value) {
      if (name === 'mode') settings.mode = String(value || 'selector')
      if (name === 'range') settings.range = Array.isArray(value) ? value : []
      if (name === 'range-key') settings.rangeKey = String(value ?? '')
      if (name === 'value') settings.value = value
      if (name === 'start') settings.start = String(value ?? '')
      if (name === 'end') settings.end = String(value ?? '')
    },
  }
}

async function ask(settings: PickerSettings, host: WidgetHost): Promise<unknown> {
  const label = (item: unknown) =>
    settings.rangeKey ? String((item as Record<string, unknown>)[settings.rangeKey]) : String(item)
  switch (settings.mode) {
    case 'selector': {
      const index = await host.overlay.sheet(settings.range.map(label))
      // WeChat hands the index over as text.
      return index < 0 ? null : String(index)
    }
    case 'multiSelector': {
      const values = await host.overlay.form(
        settings.range.map((column, index) =>
          select((column as unknown[]).map(label), numberAt(settings.value, index)),
        ),
      )
      return values?.map(Number) ?? null
    }
    case 'date':
    case 'time': {
      const values = await host.overlay.form([moment(settings)])
      return values?.[0] ?? null
    }
    default:
      throw new Error(`picker mode ${settings.mode} is not simulated`)
  }
}

function select(labels: string[], chosen: number): HTMLSelectElement {
  const element = document.createElement('select')
  labels.forEach((text, index) => {
    element.add(new Option(text, String(index), false, index === chosen))
  })
  return element
}

function moment({ mode, value, start, end }: PickerSettings): HTMLInputElement {
  const element = document.createElement('input')
  element.type = mode
  element.value = String(value ?? '')
  element.min = start
  element.max = end
  return element
}

function numberAt(value: unknown, index: number): number {
  return Array.isArray(value) ? Number(value[index] ?? 0) : 0
}
