import type { StaffInput } from '../contract/commands'
import type { Proposal, ProposalView } from '../contract/proposals'
import type { MaterialGroupCode } from '../contract/vocabulary'
import { anomalyCauseOf } from '../rules/anomalies'
import { inspectionItemOf } from '../rules/inspection'
import { schemeTemplates } from '../rules/schemes'
import { spokenDay } from '../time/spokenTime'
import { titleOfGroup } from './materials'
import { DAY_PARTS } from './titles'

const TITLES: Record<Proposal['action'], string> = {
  accept: '受理',
  appoint: '约时间',
  visit: '上门勘察',
  collect: '收材料',
  replacePaper: '换材料',
  askReview: '送会签',
  reply: '答复供电方案',
  requestInspection: '竣工报验',
  scheduleOutage: '停电计划',
  inspect: '竣工检验',
  energize: '装表送电',
  recordAnomaly: '登记用时异常',
  resolveAnomaly: '解除用时异常',
}

/** What a former manager handed over, in plain words for whoever has the case now. */
export const proposalText = (proposal: Proposal): Pick<ProposalView, 'title' | 'lines'> => ({
  title: TITLES[proposal.action],
  lines: linesOf(proposal).filter(Boolean),
})

function linesOf({ action, input }: Proposal): string[] {
  switch (action) {
    case 'accept':
      return ['已核对身份']
    case 'appoint':
      return [`${spokenDay(input.day)}${DAY_PARTS[input.part]}${input.task === 'visit' ? '上门勘察' : '装表送电'}`]
    case 'visit':
      return [
        input.externalLine ? '需要架设外部线路' : '不需要架设外部线路',
        `电表装在${input.meterPosition}`,
        received(input.papers),
        input.note,
      ]
    case 'collect':
    case 'replacePaper':
      return [received([input.paper])]
    case 'askReview':
      return [templateTitle(input.template), ...pointLines(input), `送${input.reviewers.length}人会签`]
    case 'reply':
      return [templateTitle(input.template), ...pointLines(input), input.note, input.answerToObjections]
    case 'requestInspection':
      return [input.report ? received([input.report]) : `整改了${input.remedies.length}个问题`]
    case 'scheduleOutage':
      return [`停电排在${spokenDay(input.day)}`]
    case 'inspect':
      return input.problems.length === 0
        ? ['检验合格']
        : input.problems.map(({ item, what }) => `${inspectionItemOf(item).title}：${what}`)
    case 'energize':
      return [`电表号 ${input.meterNumber}`]
    case 'recordAnomaly':
      return [anomalyCauseOf(input.cause).title, input.note]
    case 'resolveAnomaly':
      return [`第${input.number}条用时异常`]
  }
}

/** Where it connects, as far as it was typed, and whether a line is switched off for it. */
const pointLines = ({
  point,
  standby,
  outage,
}: Pick<StaffInput<'reply'>, 'point' | 'standby' | 'outage'>): string[] => [
  'id' in point ? '' : `${standby ? '主供' : ''}接在${point.line}${point.pole}`,
  standby && !('id' in standby) ? `备用接在${standby.line}${standby.pole}` : '',
  outage ? '需要停电接火' : '',
]

const received = (papers: readonly { group: MaterialGroupCode }[]): string =>
  papers.length > 0 ? `收到${papers.map(({ group }) => titleOfGroup(group)).join('、')}` : ''

const templateTitle = (template: string): string => schemeTemplates.find(({ code }) => code === template)!.title
