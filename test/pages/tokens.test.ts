import path from 'node:path'
import { compile } from 'sass'

/** Contrast of text on its ground, by WCAG 2: the claim of tokens.scss, held for every scheme and for 大字版. */
const css = compile(path.resolve(__dirname, '../../miniprogram/tokens.scss')).css

type Tokens = Record<string, string>
const tokensIn = (block: string): Tokens =>
  Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, colour]) => [name, colour]))

/** The rules of one selector, outside and inside the dark media query. */
function rules(selector: string): { light: Tokens; dark: Tokens } {
  const blocks = [...css.matchAll(new RegExp(`(@media[^{]+\\{\\s*)?${selector}\\s*\\{([^}]*)\\}`, 'g'))]
  const of = (dark: boolean) =>
    Object.assign({}, ...blocks.filter(([, media]) => Boolean(media) === dark).map(([, , block]) => tokensIn(block)))
  return { light: of(false), dark: of(true) }
}
const base = rules('page,\\s*body')
const elder = rules('\\.elder')
const dark = { ...base.light, ...base.dark }
const schemes: [name: string, tokens: Tokens, ratio: number][] = [
  ['light', base.light, 4.5],
  ['dark', dark, 4.5],
  ['elder light', { ...base.light, ...elder.light }, 7],
  ['elder dark', { ...dark, ...elder.light, ...elder.dark }, 7],
]

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const PAIRS = [
  ...['fg', 'muted', 'brand', 'soon', 'danger'].flatMap((text) => [
    [text, 'card'],
    [text, 'bg'],
  ]),
  ['on-brand', 'brand'],
  ['fg', 'brand-soft'],
  ['brand', 'brand-soft'],
  ['soon', 'soon-soft'],
  ['danger', 'danger-soft'],
  ['fg', 'soon-soft'],
  ['fg', 'danger-soft'],
  ['muted', 'sunken'],
]

test.each(
  schemes.flatMap(([name, tokens, ratio]) =>
    PAIRS.map(([text, ground]) => [name, text, ground, tokens, ratio] as const),
  ),
)('%s: --%s on --%s', (_name, text, ground, tokens, ratio) => {
  expect(contrast(tokens[text], tokens[ground])).toBeGreaterThanOrEqual(ratio)
})
