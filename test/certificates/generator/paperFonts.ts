import path from 'node:path'
import { chineseFontConfig } from '../../support/chineseFont'

/** 黑体, 宋体 and 楷体: the faces papers are printed and filled in with. */
const FACES = ['noto-sans-sc', 'noto-serif-sc', 'lxgw-wenkai']

/** Lets sharp draw with these faces in this process; to be called before it draws anything. */
export function drawWithPaperFonts(): void {
  const folder = path.resolve(__dirname, '../../../dist', `fonts-of-papers-${FACES.length}`)
  process.env.FONTCONFIG_FILE = chineseFontConfig(folder, FACES)
}
