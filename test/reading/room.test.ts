import { hasRoom } from '../../local/ocr/recogniseText'

/** Places as the recogniser gave them for a legal person in small grainy print, in heights of the strip. */
const WIDTH = 2.27

test('a box drawn too high has room for the surname that was lost, though its characters stand close', () => {
  expect(hasRoom(['志', '康'], [1.08, 1.75], WIDTH)).toBe(true)
  expect(hasRoom(['覃', '志'], [0.42, 1.08], WIDTH)).toBe(true)
})

test('where all were read there is none', () => {
  expect(hasRoom(['覃', '志', '康'], [0.42, 1.08, 1.75], WIDTH)).toBe(false)
})

test('a label set wide has none between its two characters', () => {
  expect(hasRoom(['名', '称'], [0.5, 3.4], 3.9)).toBe(false)
})

test('one character in a box of its own has none; beside the place of another it has', () => {
  expect(hasRoom(['壮'], [0.55], 1.1)).toBe(false)
  expect(hasRoom(['福'], [1.4], 2)).toBe(true)
})
