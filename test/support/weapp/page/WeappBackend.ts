import { CurrentWindowBackendContext, type Element, Event, type EventOptions } from 'glass-easel'
import { touchFields } from './touches'
import { createWidget, type WidgetHost } from './widgets'

/** Events a person's fingers make; every other event of a native element comes from its widget, in WeChat's shape. */
const TOUCH_EVENTS = ['tap', 'canceltap', 'touchstart', 'touchmove', 'touchend', 'touchcancel']

/** The DOM backend of glass-easel, with WeChat's native elements, WeChat's event shapes and known style sheets. */
export class WeappBackend extends CurrentWindowBackendContext {
  private newSheets: HTMLStyleElement[] = []

  constructor(host: WidgetHost) {
    super()
    const { createTextNode, createDocumentFragment } = this.document
    this.document = {
      createElement: ((tagName: string) =>
        createWidget(tagName, host)) as unknown as typeof this.document.createElement,
      createTextNode: createTextNode.bind(document),
      createDocumentFragment: createDocumentFragment.bind(document),
    }
    this.onEvent(deliver)
  }

  override setListenerStats(...given: Parameters<CurrentWindowBackendContext['setListenerStats']>): void {
    if (TOUCH_EVENTS.includes(given[1])) super.setListenerStats(...given)
  }

  override appendStyleSheetPath(path: string, styleScope?: number): number {
    const before = document.head.lastElementChild
    const index = super.appendStyleSheetPath(path, styleScope)
    const added = document.head.lastElementChild
    if (added instanceof HTMLStyleElement && added !== before) this.newSheets.push(added)
    return index
  }

  /** The style sheets added since the last call: those of the page just created. */
  takeNewSheets(): HTMLStyleElement[] {
    return this.newSheets.splice(0)
  }
}

function deliver(target: Element, type: string, detail: unknown, options: EventOptions): void {
  const original = options.originalEvent
  if (type === 'tap' && original instanceof UIEvent && original.target instanceof HTMLElement) {
    if (original.target.closest('button:disabled, [disabled]:is(switch, checkbox, radio, picker)')) return
  }
  const extraFields = original instanceof TouchEvent ? touchFields(original) : {}
  Event.dispatchEvent(target, new Event(type, detail, { ...options, extraFields }))
}
