import path from 'node:path'
import { chineseFontConfig } from '../../support/chineseFont'

/** 黑体, 宋体 and 楷体: the faces papers are printed and filled in with. */
const FONTS = [
  'noto-sans-sc-400',
  'noto-sans-sc-700',
  'noto-serif-sc-400',
  'noto-serif-sc-700',
  'lxgw-wenkai-1311-400',
  'lxgw-wenkai-1311-700',
]

/** Lets sharp draw with these faces in this process; to be called before it draws anything. */
export function drawWithPaperFonts(): void {
  const folder = path.resolve(__dirname, '../../../dist', `fonts-of-papers-${FONTS.length}`)
  process.env.FONTCONFIG_FILE = chineseFontConfig(folder, FONTS)
}
