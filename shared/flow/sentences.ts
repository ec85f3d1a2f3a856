import { anomalyCauseOf } from '../rules/anomalies'
import { complaintTopics } from '../rules/complaints'
import { contactObstacles } from '../rules/contacts'
import { warningOf } from '../rules/warnings'
import { spokenDay, spokenInstant } from '../time/spokenTime'
import type { CaseEvent, SaidDone } from './events'
import { titleOfGroup } from './materials'
import { DAY_PARTS, DOCUMENT_TITLES, TASK_TITLES } from './titles'

const CHANNELS = {
  online: '提交了用电申请',
  counter: '在柜台提交了用电申请',
  greenChannel: '在绿色通道提交了用电申请',
} as const

/** As below, to the applicant: what colleagues have to do with each other, and why, is theirs. */
export function sentenceForApplicant(event: CaseEvent): string {
  if (event.type === 'promiseMissed') return `${sentenceOf(event)}，对不起`
  if (event.type === 'assigned') return sentenceOf({ ...event, reason: '' })
  return sentenceOf(event.type === 'replied' ? { ...event, withoutOpinions: [] } : event)
}

/** One event in plain words. Carries no personal data. */
export const sentenceOf = (event: CaseEvent): string =>
  sentence(event) + ('said' in event && event.said ? saidWords(event.said) : '')

/** 补传: the other time, and what counts; the line's own is when it was received. */
const saidWords = ({ at, standing }: SaidDone): string =>
  standing === 'untenable'
    ? `（手机上记的时间${spokenInstant(at)}对不上，按收到的时间算）`
    : `（补传，${spokenInstant(at)}做完${standing === 'asked' ? '，等用户或主管确认，确认前按收到的时间算' : ''}）`

function sentence(event: CaseEvent): string {
  switch (event.type) {
    case 'submitted':
      return event.identity.numberAsPrinted
        ? `${CHANNELS[event.channel]}，证件号码没有通过校验，申请人说证件上就是这样`
        : CHANNELS[event.channel]
    case 'assigned':
      if (event.because === 'application') return '指派了客户经理'
      return [event.because === 'handedOver' ? '转给另一位客户经理' : '主管改派了客户经理', event.reason]
        .filter(Boolean)
        .join('：')
    case 'accepted':
      return event.because === 'certificateComplete' ? '一张证件，当场受理，开始计时' : '已核对身份并受理，开始计时'
    case 'notified':
      return event.wanted.length > 0
        ? `一次性告知：还差${event.wanted.map(titleOfGroup).join('、')}`
        : '一次性告知：材料已齐'
    case 'collected':
      return `收到${titleOfGroup(event.group)}${event.via === 'visit' ? '（客户经理收）' : '（拍照提交）'}`
    case 'paperReplaced':
      return `换了${titleOfGroup(event.group)}${event.via === 'visit' ? '（客户经理收）' : '（拍照提交）'}，原来那份不再用`
    case 'appointed':
      return `约好${spokenDay(event.day)}${DAY_PARTS[event.part]}${event.task === 'visit' ? '上门勘察' : '装表送电'}`
    case 'surveyed':
      return event.externalLine ? '已上门勘察：需要架设外部线路' : '已上门勘察：不需要架设外部线路'
    case 'reviewAsked':
      return `供电方案送${event.reviewers.length}人同时会签，不影响计时`
    case 'reviewed':
      return event.opinion === 'agree' ? '会签：同意' : `会签：不同意，${event.note}`
    case 'replied': {
      const { line, pole, standby } = event.scheme
      const points = standby ? `，主供接在${line}${pole}，备用接在${standby.line}${standby.pole}` : ''
      const { length } = event.withoutOpinions
      return `已答复供电方案${points}${length > 0 ? `（${length}人没有按时会签，不再等）` : ''}`
    }
    case 'outageRequested':
      return `需要停电接火，已开停电申请，最早${spokenDay(event.notBefore)}`
    case 'outageScheduled':
      return `停电计划排在${spokenDay(event.day)}`
    case 'inspectionRequested':
      return event.round === 1 ? '申请竣工检验，开始计时' : `整改后第${event.round}次报验，继续计时`
    case 'inspected':
      return event.problems.length === 0
        ? '竣工检验合格'
        : `竣工检验不合格，一次性书面告知${event.problems.length}个问题，停止计时`
    case 'energized':
      return '已装表送电'
    case 'timeConfirmed':
      return event.right ? '补传的时间已确认，按做完的时间算' : '补传的时间不对，按收到的时间算'
    case 'corrected':
      return '申请人更正了申请内容，重新签了名'
    case 'withdrawn':
      return '申请人撤回了申请，个人资料已删除'
    case 'contacted': {
      const { title } = contactObstacles.find(({ code }) => code === event.obstacle)!
      const when = event.expected ? `，预计${spokenDay(event.expected)}做完` : ''
      return `客户经理问了工程进度：${title}${when}。建议：${event.advice}`
    }
    case 'anomalyRecorded':
      return `用时异常：${anomalyCauseOf(event.cause).title}`
    case 'anomalyResolved':
      return `第${event.number}条用时异常已解除`
    case 'urged':
      return '申请人催办'
    case 'complained':
      return `申请人投诉：${complaintTopics.find(({ code }) => code === event.topic)!.title}`
    case 'complaintAnswered':
      return `已答复第${event.number}条投诉`
    case 'rated':
      return `申请人评价：${event.stars}星`
    case 'copyIssued':
      return `出具了盖章的${DOCUMENT_TITLES[event.document]}`
    case 'taskRead':
      return `已看到“${TASK_TITLES[event.task]}”`
    case 'promiseMissed':
      return `${spokenDay(event.dueDay)}过了，承诺的还没有办好`
    case 'newDayGiven':
      return `新的日子是${spokenDay(event.day)}，因为${anomalyCauseOf(event.cause).title}`
    case 'taskLeftUnread':
      return `“${TASK_TITLES[event.task]}”没有人看，已告诉主管`
    case 'warned':
      return `“${TASK_TITLES[event.task]}”${warningOf(event.level).title}，要做的是：${event.cure}`
    case 'recounted':
      return event.from === event.to
        ? `放假安排已公布，承诺日期${event.provisional ? '仍' : '确定'}为${spokenDay(event.to)}`
        : `放假安排已公布，承诺日期由${spokenDay(event.from)}改为${spokenDay(event.to)}`
  }
}
