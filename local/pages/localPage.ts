import type { Persona } from '../identity/Personas'
import { beijingTime, escapeHtml, layout } from './layout'

/** `/local`: where to look, as whom, and the clock. */
export const localPage = (personas: readonly Persona[], nowMs: number, timers: string[]): string =>
  layout(
    '一证办电 本机演示',
    `<p class="note">本机模拟：身份、微信推送、时钟都是这台电脑上的替身，只在本机可用，不连接微信。</p>
<h2>以谁的身份打开</h2>
${personas
  .map(
    ({ id, label, openid }) =>
      `<a class="card" href="/local/as/${encodeURIComponent(id)}"><span class="to">${escapeHtml(label)}</span><div class="soft">${escapeHtml(openid)}</div></a>`,
  )
  .join('')}
<h2>推送</h2>
<a class="card" href="/local/wechat"><span class="to">微信推送网关收到了什么</span><div class="soft">服务通知不发往手机，记录在这里</div></a>
<h2>时钟</h2>
<div class="card"><div>北京时间 <b>${beijingTime(nowMs)}</b></div>
<p class="soft">拨动后，所有云函数的时间一起走，期间到点的定时任务各触发一次。</p>
<div class="row"><button data-post="/local/clock" data-body='{"advanceMs":3600000}'>前进 1 小时</button>
<button data-post="/local/clock" data-body='{"advanceMs":86400000}'>前进 1 天</button>
<button data-post="/local/clock" data-now>回到现在</button></div></div>
<h2>定时任务</h2>
<div class="card row">${timers.map((name) => `<button data-post="/local/timers/${encodeURIComponent(name)}" data-body="{}">立即运行 ${escapeHtml(name)}</button>`).join('') || '没有定时任务'}</div>
<script>
for (const button of document.querySelectorAll('[data-post]')) button.onclick = async () => {
  button.disabled = true
  const body = 'now' in button.dataset ? JSON.stringify({ set: Date.now() }) : button.dataset.body
  const answer = await fetch(button.dataset.post, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  if (answer.ok) location.reload()
  else alert((await answer.json()).message)
}
</script>`,
  )

/** `/local/as/{persona}`: stores the token where the web page keeps its session and moves on. */
export const loginPage = (persona: Persona, token: string): string =>
  layout(
    `正在以“${persona.label}”打开`,
    `<p class="note">本机模拟登录</p><script>
sessionStorage.setItem('onecert.session', ${scriptJson(JSON.stringify({ token, person: persona.openid }))})
location.replace(${scriptJson(persona.start)})
</script>`,
  )

const scriptJson = (value: string): string => JSON.stringify(value).replace(/</g, '\\u003c')
