/** What stands over the page and belongs to WeChat, not to the app: toasts, dialogs, sheets. At most one of each. */
export class Overlay {
  private toastElement: HTMLElement | null = null

  /** Shows a toast or loading mark. `duration` in milliseconds; null keeps it until hidden. */
  toast(text: string, kind: string, duration: number | null): void {
    this.hideToast()
    const element = box('weapp-toast', kind === 'none' ? text : `${ICONS[kind] ?? ''}\n${text}`)
    element.setAttribute('role', 'status')
    this.toastElement = element
    document.body.append(element)
    if (duration !== null) setTimeout(() => this.toastElement === element && this.hideToast(), duration)
  }

  hideToast(): void {
    this.toastElement?.remove()
    this.toastElement = null
  }

  /** Shows a dialog and answers the index of the button pressed, and what was typed when it has a field. */
  dialog(content: { title?: string; text?: string; field?: string; placeholder?: string; buttons: string[] }): Promise<{
    index: number
    typed: string
  }> {
    const panel = box('weapp-dialog')
    panel.setAttribute('role', 'dialog')
    if (content.title) panel.append(box('weapp-dialog-title', content.title))
    if (content.text) panel.append(box('weapp-dialog-text', content.text))
    const field = document.createElement('input')
    if (content.field !== undefined) {
      field.value = content.field
      field.placeholder = content.placeholder ?? ''
      panel.append(field)
    }
    const row = box('weapp-dialog-buttons')
    panel.append(row)
    return this.ask(panel, row, content.buttons, 'weapp-centre').then((index) => ({ index, typed: field.value }))
  }

  /** Shows a sheet from below and answers the index of the choice, or -1 for 取消. */
  async sheet(choices: string[], title?: string): Promise<number> {
    const panel = box('weapp-sheet')
    panel.setAttribute('role', 'listbox')
    if (title) panel.append(box('weapp-sheet-title', title))
    const list = box('weapp-sheet-list')
    panel.append(list)
    const index = await this.ask(panel, list, [...choices, '取消'], 'weapp-bottom')
    return index === choices.length ? -1 : index
  }

  /** Shows fields in a sheet from below (dates, times, columns); answers their values, or null for 取消. */
  async form(fields: (HTMLInputElement | HTMLSelectElement)[]): Promise<string[] | null> {
    const panel = box('weapp-sheet')
    panel.setAttribute('role', 'dialog')
    panel.append(...fields)
    const row = box('weapp-dialog-buttons')
    panel.append(row)
    const index = await this.ask(panel, row, ['取消', '确定'], 'weapp-bottom')
    return index === 1 ? fields.map((field) => field.value) : null
  }

  /** Shows a picture over the whole screen until it is tapped. */
  picture(url: string): void {
    const element = document.createElement('img')
    element.className = 'weapp-preview'
    element.dataset.weappOverlay = ''
    element.alt = '图片预览'
    element.src = url
    element.addEventListener('click', () => element.remove())
    document.body.append(element)
  }

  private ask(panel: HTMLElement, row: HTMLElement, labels: string[], place: string): Promise<number> {
    const shade = box(`weapp-shade ${place}`)
    shade.dataset.weappOverlay = ''
    shade.append(panel)
    document.body.append(shade)
    return new Promise((resolve) => {
      labels.forEach((label, index) => {
        const choice = document.createElement('button')
        choice.type = 'button'
        choice.className = 'weapp-choice'
        choice.textContent = label
        choice.addEventListener('click', () => {
          shade.remove()
          resolve(index)
        })
        row.append(choice)
      })
    })
  }
}

const ICONS: Record<string, string> = { success: '✓', error: '!', loading: '…' }

function box(className: string, text = ''): HTMLElement {
  const element = document.createElement('div')
  element.className = className
  element.textContent = text
  return element
}
