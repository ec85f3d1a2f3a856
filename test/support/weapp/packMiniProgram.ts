import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import type { MiniProgramPackage } from './page/types'

const ASSETS: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}

/** Reads a built mini-program into one object the page can run. Throws on a template WeChat's compiler warns about. */
export function packMiniProgram(dist: string): MiniProgramPackage {
  if (!existsSync(path.join(dist, 'app.json'))) throw new Error(`no mini-program under ${dist}: build it first`)
  const templates = new TmplGroup()
  const warnings: unknown[] = []
  const pack: MiniProgramPackage = { templates: '', scripts: {}, configs: {}, styles: {}, assets: {} }
  for (const file of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue
    const absolute = path.join(file.parentPath, file.name)
    const relative = path.relative(dist, absolute).split(path.sep).join('/')
    const extension = path.extname(relative)
    const name = relative.slice(0, -extension.length)
    const text = () => readFileSync(absolute, 'utf8')
    if (extension === '.wxml') warnings.push(...((templates.addTmpl(name, text()) as unknown[] | undefined) ?? []))
    else if (extension === '.wxs') templates.addScript(name, text())
    else if (extension === '.js') pack.scripts[relative] = text()
    else if (extension === '.json') pack.configs[name] = JSON.parse(text())
    else if (extension === '.wxss') pack.styles[name] = withImports(absolute)
    else if (ASSETS[extension]) {
      pack.assets[`/${relative}`] = `data:${ASSETS[extension]};base64,${readFileSync(absolute, 'base64')}`
    }
  }
  if (warnings.length > 0) throw new Error(`template warnings: ${JSON.stringify(warnings)}`)
  pack.templates = templates.getTmplGenObjectGroups()
  return pack
}

function withImports(file: string): string {
  return readFileSync(file, 'utf8').replace(/@import\s+["']([^"']+)["'];?/g, (_, target: string) =>
    withImports(path.join(path.dirname(file), target)),
  )
}
