import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { failure } from '@/failure'
import { type Picture, platform } from '@/platform'
import { Action } from './Action'
import { InkCanvas, type Surface } from './InkCanvas'
import { drawInk, hasInk, type InkPoint } from './ink'

/** Hands the signature over as a PNG. Throws Failure SIGNATURE_MISSING when there is too little ink. */
export type TakeSignature = () => Promise<Picture>

interface Props {
  label?: string
  /** Called whenever the ink changes: the way to take it, or null while there is none. */
  onInk: (take: TakeSignature | null) => void
}

/** 手写签名: sign with a finger, start over, or take back the last stroke. */
export function SignaturePad({ label = '手写签名区，请用手指写上姓名', onInk }: Props) {
  const surface = useRef<Surface | null>(null)
  const strokes = useRef<InkPoint[][]>([])
  const [empty, setEmpty] = useState(true)

  const redraw = () => {
    const pad = surface.current
    const context = pad?.node.getContext('2d')
    if (pad && context) drawInk(context, pad, pad.scale, strokes.current)
  }
  const take: TakeSignature = async () => {
    const pad = surface.current
    if (!pad || !hasInk(strokes.current)) throw failure('SIGNATURE_MISSING')
    return platform.readCanvas(pad.node)
  }
  const changed = () => {
    setEmpty(strokes.current.length === 0)
    onInk(hasInk(strokes.current) ? take : null)
  }
  const keepOnly = (left: InkPoint[][]) => {
    strokes.current = left
    redraw()
    changed()
  }
  return (
    <View>
      <View className='pad'>
        <InkCanvas
          label={label}
          onReady={(pad) => {
            surface.current = pad
            redraw()
          }}
          onDown={(at) => {
            strokes.current.push([at])
            setEmpty(false)
          }}
          onMove={(at) => {
            strokes.current[strokes.current.length - 1]?.push(at)
            redraw()
          }}
          onUp={changed}
        />
        {empty ? <Text className='pad__hint'>请用手指在这里签名</Text> : null}
      </View>
      <View className='actions gap'>
        <Action kind='quiet' disabled={empty} onTap={() => keepOnly(strokes.current.slice(0, -1))}>
          撤销一笔
        </Action>
        <Action kind='quiet' disabled={empty} onTap={() => keepOnly([])}>
          重新签
        </Action>
      </View>
    </View>
  )
}
