import type { Message } from '../store/documents'

/**
 * 订阅消息 templates, as data. Their ids belong to a mini-program account, so they come from the function's environment
 * (cloudbaserc.json); the keys are those of the templates to be chosen from WeChat's library, a field of the message each.
 */
const templates: {
  [T in Message['template']]: {
    idFrom: string
    who: 'applicant' | 'staff'
    opens: string
    fields: Record<string, Exclude<keyof Extract<Message, { template: T }>, 'template'>>
  }
} = {
  progress: {
    idFrom: 'TEMPLATE_PROGRESS',
    who: 'applicant',
    opens: 'pages/case/index',
    fields: { thing1: 'what', phrase2: 'state', date3: 'dueDay', thing4: 'tip' },
  },
  task: {
    idFrom: 'TEMPLATE_TASK',
    who: 'staff',
    opens: 'staff/case/index',
    fields: { thing1: 'what', thing2: 'district', date3: 'dueDay', thing4: 'tip' },
  },
}

const idOf = (template: Message['template']): string => process.env[templates[template].idFrom] ?? ''

/** The templates a kind of person is asked to subscribe to. */
export const templatesFor = (who: 'applicant' | 'staff'): string[] =>
  (Object.keys(templates) as Message['template'][])
    .filter((template) => templates[template].who === who)
    .map(idOf)
    .filter(Boolean)

/** WeChat refuses a `thing` of more than 20 characters, a `phrase` of more than 5, and a `date` it does not know. */
const KINDS: Record<string, (text: string) => string> = {
  thing: (text) => text.slice(0, 20) || '—',
  phrase: (text) => text.slice(0, 5),
  date: (day) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日'),
}

/** The request of `subscribeMessage.send`: what is said, and the page a tap opens. */
export function subscribeMessageOf(message: Message, caseId: string, openid: string) {
  const { opens, fields } = templates[message.template]
  const said = message as unknown as Record<string, string>
  const data = Object.entries(fields).map(([key, field]) => {
    const value = KINDS[key.replace(/\d+$/, '')](said[field])
    return [key, { value }]
  })
  return {
    touser: openid,
    template_id: idOf(message.template),
    page: `${opens}?id=${caseId}`,
    data: Object.fromEntries(data) as Record<string, { value: string }>,
  }
}
