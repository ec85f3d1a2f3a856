import type { Persona } from '../identity/Personas'
import type { Push } from '../openapi/PushLog'
import { beijingTime, escapeHtml, layout } from './layout'

/** Newest pushes shown; the JSON has all. */
const SHOWN = 100

/** `/local/wechat`: what a phone would have shown. */
export function wechatPage(pushes: Push[], personas: readonly Persona[]): string {
  const nameOf = (openid: string): string => personas.find((persona) => persona.openid === openid)?.label ?? openid
  const cards = pushes
    .slice(-SHOWN)
    .reverse()
    .map(
      ({ at, openid, templateId, page, data, errcode }) => `<article class="card">
<div><b>${escapeHtml(nameOf(openid))}</b> <span class="soft">${beijingTime(at)}</span></div>
${errcode ? `<div class="refused">对方没有订阅，微信拒收（${errcode}）</div>` : ''}
<dl>${Object.entries(data)
        .map(([key, value]) => `<dt>${escapeHtml(key)}</dt><dd>${escapeHtml(value)}</dd>`)
        .join('')}</dl>
<div class="soft">模板 ${escapeHtml(templateId)}${page ? ` · 点开进入 ${escapeHtml(page)}` : ''}</div></article>`,
    )
  return layout(
    '微信推送网关',
    `<p class="note">本机模拟：这里代替微信接收订阅消息。没有任何内容发往真实的微信。</p>
${cards.join('') || '<p class="soft">还没有收到推送。</p>'}<p><a class="to" href="/local">返回</a></p>`,
  )
}
