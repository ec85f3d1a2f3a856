/** One finger as WeChat hands it over. `x`, `y` only on a canvas, in CSS pixels from its corner. */
interface Finger {
  identifier: number
  clientX: number
  clientY: number
  pageX: number
  pageY: number
  x?: number
  y?: number
}

/** The `touches` and `changedTouches` WeChat puts on the event itself. */
export function touchFields(event: TouchEvent): { touches: Finger[]; changedTouches: Finger[] } {
  const canvas = event.target instanceof HTMLCanvasElement ? event.target.getBoundingClientRect() : null
  const fingers = (list: TouchList) =>
    Array.from(list, ({ identifier, clientX, clientY, pageX, pageY }) => ({
      ...{ identifier, clientX, clientY, pageX, pageY },
      ...(canvas && { x: clientX - canvas.left, y: clientY - canvas.top }),
    }))
  return { touches: fingers(event.touches), changedTouches: fingers(event.changedTouches) }
}
