import type { Element } from 'glass-easel'
import { canvasOf } from './media'

interface Fields {
  id?: boolean
  dataset?: boolean
  rect?: boolean
  size?: boolean
  scrollOffset?: boolean
  node?: boolean
  context?: boolean
}
type Result = Record<string, unknown> | null
type Callback = (result: Result | Result[]) => void
/** The root a query looks inside: a page's or component's own template. */
interface Scope {
  querySelector(selector: string): Element | null
  querySelectorAll(selector: string): Element[]
}

/** A 2d canvas as WeChat hands it to the app: a drawing surface, not a DOM element. */
export interface CanvasNode {
  width: number
  height: number
  getContext(type: '2d'): CanvasRenderingContext2D | null
  createImage(): HTMLImageElement
  toDataURL(type?: string, quality?: number): string
  requestAnimationFrame(callback: FrameRequestCallback): number
  cancelAnimationFrame(id: number): void
}

/** `wx.createSelectorQuery()`. Selectors reach only the template of the page or component they start from, as in WeChat. */
export function createSelectorQuery(page: () => Scope, resolve: (source: string) => string) {
  let scope: Scope | undefined
  const jobs: (() => Result | Result[])[] = []
  const query = {
    in(component: { _$?: { getShadowRoot(): Scope | null } }) {
      scope = component._$?.getShadowRoot() ?? undefined
      return query
    },
    select: (selector: string) => reference(() => (scope ?? page()).querySelector(selector)),
    selectAll: (selector: string) => reference(() => (scope ?? page()).querySelectorAll(selector)),
    selectViewport: () => reference(() => 'viewport'),
    exec(callback?: (results: (Result | Result[])[]) => void) {
      const results = jobs.map((job) => job())
      setTimeout(() => callback?.(results))
      return query
    },
  }
  const reference = (find: () => Element | Element[] | 'viewport' | null) => {
    const add = (fields: Fields, callback?: Callback) => {
      jobs.push(() => {
        const found = find()
        const result = Array.isArray(found)
          ? found.map((one) => measure(one, fields, resolve))
          : found === 'viewport'
            ? measureViewport()
            : found && measure(found, fields, resolve)
        setTimeout(() => callback?.(result))
        return result
      })
      return query
    }
    return {
      fields: add,
      node: (callback?: Callback) => add({ node: true }, callback),
      context: (callback?: Callback) => add({ context: true }, callback),
      boundingClientRect: (callback?: Callback) => add({ id: true, dataset: true, rect: true, size: true }, callback),
      scrollOffset: (callback?: Callback) => add({ id: true, dataset: true, scrollOffset: true }, callback),
    }
  }
  return query
}

function measure(found: Element, fields: Fields, resolve: (source: string) => string): Result {
  const element = found.getBackendElement() as unknown as HTMLElement
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = element
  return {
    ...(fields.id && { id: found.id }),
    ...(fields.dataset && { dataset: { ...found.dataset } }),
    ...(fields.rect && { left, top, right, bottom }),
    ...(fields.size && { width, height }),
    ...(fields.scrollOffset && { scrollLeft, scrollTop, scrollWidth, scrollHeight }),
    ...(fields.node && { node: element instanceof HTMLCanvasElement ? canvasNode(element, resolve) : null }),
  }
}

function measureViewport(): Result {
  const { scrollX: scrollLeft, scrollY: scrollTop, innerWidth: width, innerHeight: height } = window
  return { id: '', dataset: {}, left: 0, top: 0, right: width, bottom: height, width, height, scrollLeft, scrollTop }
}

const nodes = new WeakMap<HTMLCanvasElement, CanvasNode>()

function canvasNode(canvas: HTMLCanvasElement, resolve: (source: string) => string): CanvasNode {
  const known = nodes.get(canvas)
  if (known) return known
  const node: CanvasNode = {
    get width() {
      return canvas.width
    },
    set width(value) {
      canvas.width = value
    },
    get height() {
      return canvas.height
    },
    set height(value) {
      canvas.height = value
    },
    getContext: (type) => canvas.getContext(type),
    createImage: () => imageOf(resolve),
    toDataURL: (type, quality) => canvas.toDataURL(type, quality),
    requestAnimationFrame: (callback) => window.requestAnimationFrame(callback),
    cancelAnimationFrame: (id) => window.cancelAnimationFrame(id),
  }
  nodes.set(canvas, node)
  canvasOf.set(node, canvas)
  return node
}

/** `wx.createOffscreenCanvas()`: a drawing surface that is on no page. Pixels. */
export function offscreenCanvas(width: number, height: number, resolve: (source: string) => string): CanvasNode {
  return canvasNode(Object.assign(document.createElement('canvas'), { width, height }), resolve)
}

/** A picture whose `src` may be one of the mini-program's own files. */
function imageOf(resolve: (source: string) => string): HTMLImageElement {
  const image = new Image()
  const plain = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')!
  Object.defineProperty(image, 'src', {
    get: () => plain.get!.call(image) as string,
    set: (source: string) => plain.set!.call(image, resolve(source)),
  })
  return image
}
