import { onto, type Rectangle } from './geometry'
import type { Models } from './loadModels'
import type { Normalisation, Picture } from './Picture'

const SYMMETRIC: Normalisation = { mean: [0.5, 0.5, 0.5], deviation: [0.5, 0.5, 0.5] }
/** Both networks were trained on strips 48 pixels high; the classifier on 192 columns. */
const STRIP_HEIGHT = 48
const CLASSIFIER_WIDTH = 192
const NARROWEST = 64
const WIDEST = 2400

/** How sure the direction classifier is that this line stands on its head: -1 (upright) … 1 (upside down). */
export async function upsideDown({ classifier }: Models, picture: Picture, box: Rectangle): Promise<number> {
  const filled = Math.min(CLASSIFIER_WIDTH, Math.ceil((STRIP_HEIGHT * box.width) / box.height))
  const strip = picture.sample(onto(box, filled, STRIP_HEIGHT), CLASSIFIER_WIDTH, STRIP_HEIGHT, SYMMETRIC, filled)
  const { data } = await classifier(strip, STRIP_HEIGHT, CLASSIFIER_WIDTH)
  return data[1] - data[0]
}

export interface Recognised {
  text: string
  /** Mean probability of the characters kept, 0..1. */
  score: number
  /** The least of them, 0..1; LOST where the glyphs leave room for a character that was not read. */
  least: number
}

/** Given to a line that probably lost a character: the dictionary lacks some, and those vanish between sure neighbours. */
const LOST = 0.3
/** Han characters stand evenly: a gap this many times their usual distance has room for one more. */
const ROOM_FOR_ONE = 1.7
/**
 * So has the rest of a line before its first and after its last character, in which half of that character and the margin lie. Measured
 * on 340 lines: beside a character that was read up to 1.2, where one was lost from 1.47.
 */
const ROOM_AT_END = 1.4
/** Usual distance of Han characters, in heights of the strip, where a line has too few of them to tell. */
const USUAL_DISTANCE = 0.85
const HAN = /\p{Script=Han}/u

/** Whether a line has room for a Han character that was not read. `at` holds the characters' places, in heights of the strip, of `width`. */
export function hasRoom(text: readonly string[], at: readonly number[], width: number): boolean {
  const gaps = at.flatMap((place, index) =>
    index > 0 && HAN.test(text[index]) && HAN.test(text[index - 1]) ? [place - at[index - 1]] : [],
  )
  const middle = [...gaps].sort((a, b) => a - b)[gaps.length >> 1]
  // Few gaps say little where a name is set wide; but in a box drawn too high its characters do stand closer than usual.
  const usual = gaps.length < 3 ? Math.min(USUAL_DISTANCE, ...gaps) : middle
  if (gaps.length >= 3 && gaps.some((gap) => gap > ROOM_FOR_ONE * usual)) return true
  const ends = [HAN.test(text[0]) ? at[0] : 0, HAN.test(text[text.length - 1]) ? width - at[at.length - 1] : 0]
  return Math.max(...ends) > ROOM_AT_END * usual
}

/** Reads one line: greedy CTC over the recogniser's columns. */
export async function recogniseText(
  { recogniser, characters }: Models,
  picture: Picture,
  box: Rectangle,
): Promise<Recognised> {
  const filled = Math.min(WIDEST, Math.max(1, Math.ceil((STRIP_HEIGHT * box.width) / box.height)))
  const width = Math.max(NARROWEST, Math.ceil(filled / 8) * 8)
  const strip = picture.sample(onto(box, filled, STRIP_HEIGHT), width, STRIP_HEIGHT, SYMMETRIC, filled)
  const { data, dims } = await recogniser(strip, STRIP_HEIGHT, width)
  const [, columns, classes] = dims
  const read: string[] = []
  const at: number[] = []
  let [sum, least, previous] = [0, 1, 0]
  for (let column = 0; column < columns; column++) {
    let best = 0
    const base = column * classes
    for (let k = 1; k < classes; k++) if (data[base + k] > data[base + best]) best = k
    if (best !== 0 && best !== previous) {
      read.push(characters[best])
      at.push(((column + 0.5) * width) / columns / STRIP_HEIGHT)
      sum += data[base + best]
      least = Math.min(least, data[base + best])
    }
    previous = best
  }
  if (read.length === 0) return { text: '', score: 0, least: 0 }
  return {
    text: read.join('').trim(),
    score: sum / read.length,
    least: hasRoom(read, at, filled / STRIP_HEIGHT) ? Math.min(LOST, least) : least,
  }
}
