import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { woffToSfnt } from '../../tools/woffToSfnt'

const FONTS = path.resolve(__dirname, '../../node_modules/@fontsource')
/** Regular and bold; a family without a regular weight has the one next to it. */
const WEIGHTS = ['400', '700']
const WITHOUT_REGULAR = ['500', '700']

/**
 * Writes Noto Sans SC (regular and bold, SIL Open Font License), or the packages named, and a fontconfig file naming them into
 * `folder`, once, and answers the path of that fontconfig file. Safe to call from several processes: the folder appears whole or
 * not at all.
 */
export function chineseFontConfig(folder: string, packages: readonly string[] = ['noto-sans-sc']): string {
  const config = path.join(folder, 'fonts.conf')
  if (existsSync(config)) return config
  mkdirSync(path.dirname(folder), { recursive: true })
  const draft = mkdtempSync(`${folder}-`)
  // One face per numbered slice of the character set, and one that holds the everyday characters together.
  for (const files of packages.map((name) => path.join(FONTS, name, 'files'))) {
    const facesOf = (weights: readonly string[]) =>
      readdirSync(files).filter((name) => weights.some((weight) => name.endsWith(`-${weight}-normal.woff`)))
    const faces = facesOf(facesOf(['400']).length ? WEIGHTS : WITHOUT_REGULAR)
    if (faces.length === 0) throw new Error(`no font under ${files}: run npm ci`)
    for (const name of faces)
      writeFileSync(path.join(draft, name.replace(/woff$/, 'ttf')), woffToSfnt(readFileSync(path.join(files, name))))
  }
  writeFileSync(
    path.join(draft, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${path.join(folder, 'cache')}</cachedir></fontconfig>\n`,
  )
  moveIntoPlace(draft, folder)
  return config
}

/** Renames a finished folder to its final place; when another process was first, keeps that one and drops ours. */
export function moveIntoPlace(draft: string, place: string): void {
  try {
    renameSync(draft, place)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(place)) throw error
  }
}
