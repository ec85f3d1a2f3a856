import { type Element, Event } from 'glass-easel'
import type { Overlay } from '../Overlay'
import type { VirtualFiles } from '../VirtualFiles'

/** The behaviour behind one native element. */
export interface Widget {
  /** The app set an attribute. */
  update?(name: string, value: unknown): void
  /** DOM attributes the element has by nature, which stand where the app sets none. */
  nature?: string[]
  /** The value a form collects, where the element has one. */
  value?(): unknown
}

/** What widgets need of the phone around them. */
export interface WidgetHost {
  overlay: Overlay
  files: VirtualFiles
  /** The person agreed to the privacy guide on the app's own button. */
  agreePrivacy(): void
}

/** The behaviour of each native element that has one. */
export const widgetOf = new WeakMap<HTMLElement, Widget>()

/** Fires one of WeChat's component events (`change`, `input`, …) on a native element. */
export function fire(element: HTMLElement, type: string, detail: unknown, bubbles = false): void {
  const target = (element as HTMLElement & { __wxElement?: Element }).__wxElement
  if (target) Event.triggerEvent(target, type, detail, { bubbles, composed: bubbles })
}

/** Reads a flag the way WeChat's templates do: absent and empty mean no, any other text means yes. */
export function flag(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== '' && value !== 'false'
}
