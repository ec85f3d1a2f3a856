import type { Message } from '../store/documents'

/**
 * 订阅消息 templates. Their ids belong to a mini-program account, so they come from the function's environment
 * (cloudbaserc.json); their keys are those of the templates to be chosen from WeChat's library.
 */
const idOf = (template: Message['template']): string =>
  (template === 'progress' ? process.env.TEMPLATE_PROGRESS : process.env.TEMPLATE_TASK) ?? ''

/** The templates a kind of person is asked to subscribe to. */
export const templatesFor = (who: 'applicant' | 'staff'): string[] =>
  [idOf(who === 'applicant' ? 'progress' : 'task')].filter(Boolean)

/** WeChat refuses a `thing` of more than 20 characters and a `phrase` of more than 5. */
const thing = (text: string) => ({ value: text.slice(0, 20) || '—' })
const phrase = (text: string) => ({ value: text.slice(0, 5) })
/** 'YYYY-MM-DD' as the `date` kind wants it. */
const date = (day: string) => ({ value: day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日') })

/** The request of `subscribeMessage.send`: what is said, and the page a tap opens. */
export function subscribeMessageOf(message: Message, caseId: string, openid: string) {
  const opens = message.template === 'progress' ? 'pages/case/index' : 'staff/case/index'
  return { touser: openid, template_id: idOf(message.template), page: `${opens}?id=${caseId}`, data: dataOf(message) }
}

function dataOf(message: Message): Record<string, { value: string }> {
  if (message.template === 'progress') {
    return {
      thing1: thing(message.what),
      phrase2: phrase(message.state),
      date3: date(message.dueDay),
      thing4: thing(message.tip),
    }
  }
  return {
    thing1: thing(message.what),
    thing2: thing(message.district),
    date3: date(message.dueDay),
    thing4: thing(message.tip),
  }
}
