import { Canvas } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import type { CanvasNode } from '@/platform'
import type { InkPoint } from './ink'
import { speak } from './speak'

export interface Surface {
  node: CanvasNode
  width: number
  height: number
  /** Device pixels per CSS pixel. */
  scale: number
}
interface Props {
  label: string
  onReady: (surface: Surface) => void
  onDown: (at: InkPoint) => void
  onMove: (at: InkPoint) => void
  onUp: () => void
}

/** The web's canvas: pointer events serve finger, pen and mouse alike. */
function WebInkCanvas({ label, onReady, onDown, onMove, onUp }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const ready = useRef(onReady)
  ready.current = onReady
  useEffect(() => {
    const node = canvas.current
    if (!node) return
    // A page slides in before it has its width; the observer also redraws after the phone is turned.
    const observer = new ResizeObserver(() => {
      const { width, height } = node.getBoundingClientRect()
      if (!width) return
      const scale = window.devicePixelRatio
      node.width = width * scale
      node.height = height * scale
      ready.current({ node, width, height, scale })
    })
    observer.observe(node)
    return () => observer.disconnect()
  }, [])
  const at = (event: React.PointerEvent): InkPoint => {
    const box = event.currentTarget.getBoundingClientRect()
    return [event.clientX - box.left, event.clientY - box.top]
  }
  return (
    <canvas
      ref={canvas}
      className='pad__canvas'
      {...speak('img', label)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        onDown(at(event))
      }}
      onPointerMove={(event) => {
        if (event.buttons > 0) onMove(at(event))
      }}
      onPointerUp={onUp}
      onPointerCancel={onUp}
    />
  )
}

const ID = 'ink'
const ASK_AGAIN_MS = 50

/** WeChat's 2d canvas. It has no size until it is laid out, so it is asked again until it has one. */
function WeappInkCanvas({ label, onReady, onDown, onMove, onUp }: Props) {
  const gone = useRef(false)
  const prepare = () => {
    const query = Taro.createSelectorQuery()
    query.select(`#${ID}`).node()
    query.select(`#${ID}`).boundingClientRect()
    query.exec(([found, box]: [{ node?: CanvasNode } | null, { width: number; height: number } | null]) => {
      if (gone.current) return
      if (!found?.node || !box?.width) {
        setTimeout(prepare, ASK_AGAIN_MS)
        return
      }
      const scale = Taro.getWindowInfo().pixelRatio
      found.node.width = box.width * scale
      found.node.height = box.height * scale
      onReady({ node: found.node, width: box.width, height: box.height, scale })
    })
  }
  // Not at the page's own readiness: the pad may come later than the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, until it is there
  useEffect(() => {
    prepare()
    return () => {
      gone.current = true
    }
  }, [])
  // A canvas touch carries x and y inside the canvas, which Taro's type of a touch does not know.
  const at = (event: { touches: unknown[] }): InkPoint => {
    const { x, y } = event.touches[0] as { x: number; y: number }
    return [x, y]
  }
  return (
    <Canvas
      type='2d'
      id={ID}
      canvasId={ID}
      className='pad__canvas'
      disableScroll
      aria-role='img'
      aria-label={label}
      onTouchStart={(event) => onDown(at(event))}
      onTouchMove={(event) => onMove(at(event))}
      onTouchEnd={onUp}
      onTouchCancel={onUp}
    />
  )
}

export const InkCanvas = process.env.TARO_ENV === 'h5' ? WebInkCanvas : WeappInkCanvas
