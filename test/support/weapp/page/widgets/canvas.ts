import type { Widget } from './Widget'

/** `<canvas type="2d">`: the browser's own canvas; a finger drawing on it does not scroll the page. */
export function canvasWidget(element: HTMLElement): Widget {
  element.style.touchAction = 'none'
  return {}
}

/** `<map>`: a labelled empty ground. Tiles, markers and gestures are not simulated. */
export function mapWidget(element: HTMLElement): Widget {
  element.dataset.placeholder = '地图(模拟)'
  return {}
}
