const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')

const STYLE = `
:root{color-scheme:light dark;--bg:#f4f6f8;--card:#fff;--ink:#1b2733;--soft:#5b6b7a;--line:#dfe5ea;--accent:#0a6cc4;--note:#fff4d6}
@media(prefers-color-scheme:dark){:root{--bg:#12171c;--card:#1c242c;--ink:#e8eef3;--soft:#9fb0bf;--line:#2e3a45;--accent:#6bb3f5;--note:#3a3115}}
*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--ink);font:17px/1.6 system-ui,-apple-system,"PingFang SC","Noto Sans SC","Microsoft YaHei",sans-serif}
main{max-width:34rem;margin:0 auto;padding:1rem}h1{font-size:1.35rem;margin:.5rem 0}h2{font-size:1.05rem;margin:1.5rem 0 .5rem}
.note{background:var(--note);border-radius:.6rem;padding:.6rem .9rem;font-size:.9rem}
.card{display:block;background:var(--card);border:1px solid var(--line);border-radius:.8rem;padding:.9rem 1rem;margin:.6rem 0;color:inherit;text-decoration:none}
a.card:active{opacity:.7}.soft{color:var(--soft);font-size:.88rem}.to{color:var(--accent)}
dl{display:grid;grid-template-columns:auto 1fr;gap:.15rem .9rem;margin:.5rem 0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
button,input{font:inherit;min-height:2.75rem;padding:.4rem .9rem;border:1px solid var(--line);border-radius:.6rem;background:var(--card);color:inherit}
.row{display:flex;flex-wrap:wrap;gap:.5rem}.refused{color:#c0392b}`

/** A page of the local host itself, readable on a phone. Every one says that it is a simulation. */
export const layout = (title: string, body: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)} · 本机模拟</title><style>${STYLE}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`

/** An instant as Beijing wall-clock text. */
export const beijingTime = (epochMs: number): string =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'medium' }).format(
    epochMs,
  )
