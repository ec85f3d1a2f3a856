import type { TaskKind } from '@shared/contract/vocabulary'
import type { Actor, CaseEvent, RecordedEvent } from '@shared/flow/events'
import { titleOfGroup } from '@shared/flow/materials'
import { promiseOf } from '@shared/flow/promiseOf'
import { isManagers, isSupervisors } from '@shared/flow/taskKey'
import type { Task } from '@shared/flow/tasks'
import { TASK_TITLES, titleOfCase } from '@shared/flow/titles'
import { REGULATOR } from '@shared/rules/hotlines'
import { type WarningLevel, warningOf } from '@shared/rules/warnings'
import type { WorkingCalendar } from '@shared/time/calendar'
import { beijingDay } from '@shared/time/localDate'
import type { Head, Message, OutboxDocument } from './documents'

/** What the new events are told against. */
export interface Telling {
  /** What the case owes after them, the step that carries it on first. */
  tasks: readonly Task[]
  calendar: WorkingCalendar
  /** Supervisors who hear of it. */
  alsoTell: string[]
  by: Actor
  /** The head before the command. */
  before: Head | null
}

/** The pushes the new events owe: one row a recipient. They carry no personal data. */
export function outboxOf(head: Head, events: readonly RecordedEvent[], telling: Telling): OutboxDocument[] {
  return events.flatMap((recorded) => {
    const row = (to: OutboxDocument['to'], message: Message): OutboxDocument => ({
      _id: `${head._id}:${recorded.seq}:${to.kind === 'applicant' ? 'applicant' : to.staffId}`,
      caseId: head._id,
      to,
      message,
      status: 'owed',
      nextAt: recorded.at,
      attempts: 0,
      errcode: null,
    })
    // Nobody hears from us of a complaint about their own work.
    const about = isComplaint(recorded.event) ? head.managerId : null
    const staff = [...new Set(staffTold(head, recorded, telling))].filter((id) => id !== telling.by.id && id !== about)
    const applicant = head.owner ? progressMessage(head, recorded, telling) : null
    return [
      ...staff.map((staffId) => row({ kind: 'staff', staffId }, taskMessage(head, recorded, telling, staffId))),
      ...(applicant ? [row({ kind: 'applicant', openid: head.owner }, applicant)] : []),
    ]
  })
}

const isComplaint = (event: CaseEvent): boolean =>
  event.type === 'complained' || ('task' in event && event.task === 'complaint')

function staffTold(head: Head, { event }: RecordedEvent, { alsoTell, by, before }: Telling): string[] {
  const manager = head.managerId ? [head.managerId] : []
  if (asksTime(event)) return alsoTell
  switch (event.type) {
    case 'assigned':
      return [...manager, ...(before?.managerId ? [before.managerId] : [])]
    case 'corrected':
    case 'withdrawn':
    case 'inspectionRequested':
    case 'reviewed':
      return manager
    case 'appointed':
      return by.role === 'applicant' ? manager : []
    case 'collected':
      return event.via === 'online' && event.group !== 'completionReport' && before ? manager : []
    case 'paperReplaced':
      return event.via === 'online' ? manager : []
    case 'reviewAsked':
      return event.reviewers.map(({ staffId }) => staffId)
    case 'urged':
      return [...manager, ...alsoTell]
    case 'complained':
      return alsoTell
    case 'taskLeftUnread':
      return [...whoOwes(event, manager), ...alsoTell]
    case 'warned':
      return [...(warningOf(event.level).tell.includes('manager') ? whoOwes(event, manager) : []), ...alsoTell]
    case 'promiseMissed':
      return manager
    case 'recounted':
      return event.from === event.to ? [] : manager
    default:
      return []
  }
}

/** 补传 whose time has to be confirmed. */
const asksTime = (event: CaseEvent): boolean => 'said' in event && event.said?.standing === 'asked'

/** A reviewer's, or the manager's own; what is the supervisors' they are told of as such. */
function whoOwes({ task, of }: { task: TaskKind; of: string }, manager: string[]): string[] {
  return task === 'review' ? [of] : isSupervisors(task) ? [] : manager
}

/** The task a push to somebody is about: the event's own, else the step that carries the case on. */
function taskAbout(event: CaseEvent, tasks: readonly Task[], staffId: string): Task | undefined {
  const own = (kind: TaskKind, of = '') => tasks.find((task) => task.kind === kind && task.of === of)
  switch (event.type) {
    case 'warned':
    case 'taskLeftUnread':
      return own(event.task, event.of)
    case 'complained':
      return own('complaint', String(event.number))
    case 'promiseMissed':
      return own('newDay')
    case 'reviewAsked':
      return own('review', staffId)
    default:
      return tasks.find(({ kind }) => isManagers(kind))
  }
}

function taskMessage(head: Head, { event, at }: RecordedEvent, { tasks, before }: Telling, staffId: string): Message {
  const task = taskAbout(event, tasks, staffId)
  return {
    template: 'task',
    what: whatOf(head, task?.provisional ?? false),
    district: head.district,
    // WeChat refuses a message without a date; where nothing is owed any more it is the day it happened.
    dueDay: task?.dueDay ?? beijingDay(at),
    tip: taskTip(event, before),
  }
}

function taskTip(event: CaseEvent, before: Head | null): string {
  if (asksTime(event)) return '补传的时间，请核实'
  switch (event.type) {
    case 'assigned':
      return before ? `这件申请换了客户经理` : '有一件新的用电申请'
    case 'collected':
      return '用户补交了材料'
    case 'paperReplaced':
      return '用户换了一样材料'
    case 'corrected':
      return '用户更正了申请内容'
    case 'withdrawn':
      return '用户撤回了申请，不用再办'
    case 'appointed':
      return '用户选了上门时间'
    case 'reviewAsked':
      return '请会签一份供电方案'
    case 'reviewed':
      return event.opinion === 'agree' ? '会签有人同意了' : '会签有人不同意'
    case 'inspectionRequested':
      return event.round === 1 ? '用户申请竣工检验' : '用户整改好了，重新报验'
    case 'urged':
      return '用户催办'
    case 'complained':
      return '用户投诉，请答复'
    case 'taskLeftUnread':
      return `${TASK_TITLES[event.task]}没有人看`
    case 'promiseMissed':
      return '超过承诺了，请告诉用户新的日子'
    case 'recounted':
      return '放假安排公布，期限有变'
    case 'warned':
      return `${WARNED[event.level]}：${event.cure}`
    default:
      return ''
  }
}

/** As short as a push needs it; the cure follows. */
const WARNED: Record<WarningLevel, string> = {
  oneDayLeft: '剩1天',
  dueToday: '今天到期',
  overdue: '已超时',
  overdueOneDay: '已超时',
}

/** What the applicant is told, or null where the event is not theirs to hear of. */
function progressMessage(head: Head, recorded: RecordedEvent, telling: Telling): Message | null {
  const said = progressOf(recorded.event, telling)
  if (!said) return null
  const promised = promiseOf(head.state, telling.calendar)
  const [state, tip] = said
  // While no clock runs, and once there is power, the date is the day it happened.
  const happened = head.state.energizedAt ?? (promised ? null : recorded.at)
  const given = recorded.event.type === 'newDayGiven' ? recorded.event.day : null
  const dueDay = given ?? (happened === null ? promised!.dueDay : beijingDay(happened))
  return { template: 'progress', what: whatOf(head, happened === null && promised!.provisional), state, dueDay, tip }
}

/** What the case is called; a push's date takes no words, so a day that may still move is named here. */
const whatOf = ({ state }: Head, provisional: boolean): string =>
  `${titleOfCase(state)}${provisional ? '（日期暂定）' : ''}`

/** At most 5 and 20 characters, as the template wants them. */
function progressOf(event: CaseEvent, { by, before }: Telling): [state: string, tip: string] | null {
  if (asksTime(event)) return ['请您确认', '做完的时间是补传的，请点开确认']
  switch (event.type) {
    case 'notified':
      return [
        '已受理',
        event.wanted.length > 0
          ? `还差${event.wanted.map(titleOfGroup).join('、')}，可上门取`
          : '材料已齐，等待上门勘察',
      ]
    case 'assigned':
      return before ? ['换了经理', '换了客户经理，时限不变'] : null
    case 'appointed':
      return by.role === 'manager' ? ['约好时间', '客户经理约了时间，请点开看'] : null
    case 'surveyed':
      return ['已勘察', before?.state.customerClass.startsWith('hv') ? '接下来答复供电方案' : '接下来装表送电']
    case 'replied':
      return ['方案已答复', '供电方案出来了，请点开看']
    case 'contacted':
      return ['施工指导', '客户经理有建议给您，请点开看']
    case 'outageScheduled':
      return ['停电已排', '停电接火的日子定了，请点开看']
    case 'inspectionRequested':
      return by.role === 'manager' ? ['已报验', '竣工检验已受理，开始计时'] : null
    case 'inspected':
      return event.problems.length === 0
        ? ['检验合格', '接下来装表送电']
        : ['需要整改', `有${event.problems.length}个问题要改，请点开看清单`]
    case 'recounted':
      return event.from === event.to ? null : ['日期有变', '放假安排公布，承诺日期改了']
    // Told when it happens; the new day is the manager's to say.
    case 'promiseMissed':
      return ['办理晚了', `对不起，晚了。可打${REGULATOR}投诉`]
    case 'newDayGiven':
      return ['新的日子', '对不起，新的日子定了，请点开看']
    case 'warned':
      // The day of a contact is near: the customer is reminded too, whoever asks first.
      if (event.task === 'contact' && event.level === 'oneDayLeft') return ['施工进度', '完工或改好了，请在这里报验']
      return event.task === 'accept' && event.level === 'overdue'
        ? ['受理晚了', `对不起，晚了。可打${REGULATOR}投诉`]
        : null
    case 'energized':
      return ['已送电', '电已通，请放心使用']
    case 'complaintAnswered':
      return ['投诉已复', '您的投诉有答复了，请点开看']
    default:
      return null
  }
}
