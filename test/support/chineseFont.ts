import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { unpackFont } from './unpackFont'

/**
 * Writes Noto Sans SC (regular and bold), or the fonts named, and a fontconfig file naming them into `folder`, once, and answers
 * the path of that fontconfig file. Safe to call from several processes: the folder appears whole or not at all.
 */
export function chineseFontConfig(
  folder: string,
  fonts: readonly string[] = ['noto-sans-sc-400', 'noto-sans-sc-700'],
): string {
  const config = path.join(folder, 'fonts.conf')
  if (existsSync(config)) return config
  mkdirSync(path.dirname(folder), { recursive: true })
  const draft = mkdtempSync(`${folder}-`)
  for (const font of fonts) writeFileSync(path.join(draft, `${font}.ttf`), unpackFont(font))
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
