import type { Placed } from './textLayout'

/** A name this much wider per character than the paper's other Chinese text has probably lost one: of three, the box is half as wide again. */
const TOO_WIDE = 1.3

const HAN_ONLY = /^\p{Script=Han}+$/u

/** Width of one character in heights of its line; the box's own margin (about a third of a height each side) taken off. */
const pitch = ({ text, left, right, height }: Placed) => Math.max(0, right - left - 0.3 * height) / text.length / height

/**
 * True where a name's glyphs stand farther apart than the paper prints them. Characters the engine's dictionary lacks can vanish
 * at high confidence (石涛垚 read as 石涛 at 0.998): the gap they leave is then the only trace.
 */
export function unevenSpacing(name: Placed, items: Placed[]): boolean {
  if (!HAN_ONLY.test(name.text) || name.text.length < 2) return false
  const others = items
    .filter((item) => item !== name && item.text.length >= 4 && HAN_ONLY.test(item.text))
    .map(pitch)
    .sort((a, b) => a - b)
  const usual = others.length ? others[others.length >> 1] : 0.75
  return pitch(name) > TOO_WIDE * Math.max(0.6, usual)
}
