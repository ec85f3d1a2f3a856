import { View } from '@tarojs/components'
import type { CSSProperties } from 'react'
import { PictureImage } from './native'
import { silent, speak } from './speak'

type Point = [x: number, y: number]
/** Corners in pixels of the picture, clockwise from the text's upper left. */
export type Corners = Point[]
interface Size {
  width: number
  height: number
}
export interface Mark {
  key: string
  corners: Corners
  doubtful: boolean
}

const length = ([ax, ay]: Point, [bx, by]: Point) => Math.hypot(bx - ax, by - ay)
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(3)}%`

/** The rectangle of a piece of text, turned with it: upper left corner, sides in pixels, angle in degrees. */
function turnedBox([a, b, , d]: Corners) {
  const angle = (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI
  return { x: a[0], y: a[1], width: length(a, b), height: length(a, d), angle }
}

function markStyle(corners: Corners, size: Size): CSSProperties {
  const box = turnedBox(corners)
  return {
    left: percent(box.x, size.width),
    top: percent(box.y, size.height),
    width: percent(box.width, size.width),
    height: percent(box.height, size.height),
    transform: `rotate(${box.angle.toFixed(2)}deg)`,
    transformOrigin: '0 0',
  }
}

/** How many quarter turns clockwise the paper was photographed: as most of its writing lies. */
function quarterOf(marks: readonly Mark[]): number {
  const votes = [0, 0, 0, 0]
  for (const { corners } of marks) votes[(Math.round(turnedBox(corners).angle / 90) + 4) % 4] += 1
  return votes.indexOf(Math.max(...votes))
}

/** The picture turned so that its writing is level; a quarter turn swaps width and height. */
function turned(quarter: number, { width, height }: Size): CSSProperties | undefined {
  if (quarter === 0) return undefined
  const rotate = `rotate(${-90 * quarter}deg)`
  if (quarter === 2) return { transform: rotate }
  return {
    position: 'absolute',
    top: '50%',
    left: '50%',
    width: percent(width, height),
    transform: `translate(-50%, -50%) ${rotate}`,
  }
}

/** A picture the right way up, with the places its fields were read from. Percentages, so it fits any width. */
export function Photo({ src, size, marks, label }: { src: string; size: Size; marks: Mark[]; label: string }) {
  const quarter = quarterOf(marks)
  return (
    <View
      className='photo'
      style={quarter % 2 ? { paddingBottom: percent(size.width, size.height) } : undefined}
      {...speak('img', label)}
    >
      <View style={turned(quarter, size)}>
        <PictureImage src={src} label={label} className='photo__image' />
        {marks.map(({ key, corners, doubtful }) => (
          <View
            key={key}
            className={`photo__quad ${doubtful ? 'photo__quad--doubt' : ''}`}
            style={markStyle(corners, size)}
            {...silent}
          />
        ))}
      </View>
    </View>
  )
}

/** One line of so many heights is not legible in the usual width. */
const WIDE = 6

/** One field cut out of the picture and set level, to compare with what was read. */
export function Cutout({ src, size, corners, label }: { src: string; size: Size; corners: Corners; label: string }) {
  const box = turnedBox(corners)
  // Air around the text: readers draw their boxes tight.
  const air = box.height * 0.3
  const frame = { width: box.width + 2 * air, height: box.height + 2 * air }
  const image: CSSProperties = {
    left: percent(air - box.x, frame.width),
    top: percent(air - box.y, frame.height),
    width: percent(size.width, frame.width),
    height: percent(size.height, frame.height),
    transform: `rotate(${(-box.angle).toFixed(2)}deg)`,
    transformOrigin: `${percent(box.x, size.width)} ${percent(box.y, size.height)}`,
  }
  return (
    <View className={`cutout ${frame.width > WIDE * frame.height ? 'cutout--wide' : ''}`} {...speak('img', label)}>
      <View style={{ paddingBottom: percent(frame.height, frame.width) }} />
      <PictureImage src={src} label={label} className='cutout__image' style={image} />
    </View>
  )
}
