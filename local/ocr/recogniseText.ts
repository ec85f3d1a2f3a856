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

/** Reads one line: greedy CTC over the recogniser's columns; the score is the mean probability of the characters kept. */
export async function recogniseText(
  { recogniser, characters }: Models,
  picture: Picture,
  box: Rectangle,
): Promise<{ text: string; score: number }> {
  const filled = Math.min(WIDEST, Math.max(1, Math.ceil((STRIP_HEIGHT * box.width) / box.height)))
  const width = Math.max(NARROWEST, Math.ceil(filled / 8) * 8)
  const strip = picture.sample(onto(box, filled, STRIP_HEIGHT), width, STRIP_HEIGHT, SYMMETRIC, filled)
  const { data, dims } = await recogniser(strip, STRIP_HEIGHT, width)
  const [, columns, classes] = dims
  let [text, sum, count, previous] = ['', 0, 0, 0]
  for (let column = 0; column < columns; column++) {
    let best = 0
    const base = column * classes
    for (let k = 1; k < classes; k++) if (data[base + k] > data[base + best]) best = k
    if (best !== 0 && best !== previous) {
      text += characters[best]
      sum += data[base + best]
      count++
    }
    previous = best
  }
  return { text: text.trim(), score: count ? sum / count : 0 }
}
