import { titleOfKind } from '@shared/certificates/identityKinds'
import { maskIdNumber } from '@shared/certificates/mask'
import type { DocumentKind } from '@shared/contract/vocabulary'
import { energizationLimit } from '@shared/flow/clocks'
import { roundsView, schemeView } from '@shared/flow/detailViews'
import { titleOfGroup } from '@shared/flow/materials'
import { pointRows, pointsIn } from '@shared/flow/pointRows'
import { stagePromise } from '@shared/flow/promiseOf'
import { type CaseState, isHighVoltage } from '@shared/flow/state'
import { DOCUMENT_TITLES, endOf, titleOfCase } from '@shared/flow/titles'
import type { CaseFacts } from '@shared/flow/views'
import { whyClass } from '@shared/flow/whyClass'
import { inspectionItems } from '@shared/rules/inspection'
import { NOT_NEEDED } from '@shared/rules/notNeeded'
import { processOf } from '@shared/rules/process'
import { limitText, sourceText } from '@shared/rules/publicRules'
import { ruleSetById } from '@shared/rules/ruleSets'
import { stageTitles } from '@shared/rules/vocabulary'
import { beijingDay, type Instant } from '@shared/time/localDate'
import { shownTime, spokenDay } from '@shared/time/spokenTime'
import { calendarAt } from '../lib/clock'
import type { PersonDocument } from '../lib/store/documents'
import { Paper } from './Paper'

/** What a document is drawn up from. */
export interface DocumentFacts extends CaseFacts {
  person: PersonDocument
  document: DocumentKind
  /** Which inspection's list. */
  round: number | null
  /** A stamped copy was given out: its number and when. */
  stamp: { number: string; at: Instant } | null
}

const GREY = '#5b6670'
const moment = (at: Instant) => `${beijingDay(at)} ${shownTime(at)}（北京时间）`

/** One document out of a case's record, as a PDF. The same record always gives the same bytes. */
export function renderDocument(facts: DocumentFacts): Promise<Buffer> {
  const { document, id, state, person, stamp } = facts
  const title = DOCUMENT_TITLES[document]
  const paper = new Paper(title, new Date(stamp?.at ?? dateOf(facts)))
  paper.text(title, { size: 24, align: 'center' })
  paper.text(`申请编号 ${id}`, { size: 10, color: GREY, align: 'center' })
  paper.gap(16)
  paper.row('申请人', person.name, 12)
  paper.row(titleOfKind(person.identityKind), maskIdNumber(person.identityNumber), 12)
  paper.row('用电地址', person.address, 12)
  paper.row('用电类别', titleOfCase(state), 12)
  BODIES[document](paper, facts)
  paper.gap(10)
  paper.row('出具时间', moment(dateOf(facts)), 11)
  if (stamp) {
    paper.row('盖章件编号', stamp.number, 11)
    // Simulated, and says so on its face: a deployment has a licensed electronic seal put there.
    paper.seal(['柳州供电', '用电报装', '演示用章'])
  }
  paper.text('本文书由办理记录自动生成，与系统内记录一致；只是一份文书，不是办理环节。', { size: 9, color: GREY })
  return paper.bytes()
}

/** '2个环节：1 用电报装，2 装表接电'. */
function roadText({ customerClass }: CaseState): string {
  const { stages } = processOf(customerClass)
  return `${stages.length}个环节：${stages.map((stage, index) => `${index + 1} ${stageTitles[stage]}`).join('，')}`
}

function dateOf({ document, round, state }: DocumentFacts): Instant {
  if (document === 'scheme') return state.repliedAt!
  return document === 'problems' ? state.inspections[round! - 1].at! : state.acceptedAt!
}

const BODIES: Record<DocumentKind, (paper: Paper, facts: DocumentFacts) => void> = {
  notice: (paper, { state }) => {
    const stage = isHighVoltage(state) ? 'scheme' : 'connection'
    // As it stood that day: nobody had looked yet whether a line is needed, and later holiday notices were not out.
    const promised = stagePromise({ ...state, externalLine: null }, stage, calendarAt(state.acceptedAt!))
    const wanted = state.notified ?? []
    paper.row('受理时间', moment(state.acceptedAt!), 12)
    paper.row('类别依据', whyClass(state), 12)
    paper.row('适用规定', ruleSetById(state.ruleSetId!).title, 12)
    if (promised) {
      const what = isHighVoltage(state) ? '最晚答复方案' : `最晚${endOf(state.change)}`
      paper.row(what, `${spokenDay(promised.dueDay)}${promised.provisional ? '（暂定，放假安排公布后核定）' : ''}`, 14)
      paper.row('时限', `${stageTitles[stage]}${limitText(promised.limit)}，${sourceText(promised.limit.source)}`, 12)
    }
    paper.row(
      '还差材料',
      wanted.length > 0 ? `${wanted.map(titleOfGroup).join('、')}（各任选一种）` : '没有，材料已齐',
      12,
    )
    paper.row('办理环节', roadText(state), 12)
    paper.row('不用办的', NOT_NEEDED, 12)
    paper.text('以上为一次性告知的全部材料，除此以外不需要任何其他材料。缺少材料不影响计时，客户经理可以上门取。', {
      size: 12,
    })
  },
  scheme: (paper, { state }) => {
    const scheme = schemeView(state, null)!
    paper.row('供电容量', `${state.capacityKva} 千伏安`, 12)
    paper.row('供电方式', scheme.title, 12)
    for (const [name, words] of pointRows(pointsIn(scheme))) paper.row(name, words, 12)
    paper.row('计量方式', scheme.metering, 12)
    paper.row('外部线路', state.externalLine ? '需要新建' : '不需要新建', 12)
    paper.row('停电接火', state.outage ? `需要，最早 ${spokenDay(state.outage.notBefore)}` : '不需要', 12)
    if (scheme.note) paper.row('说明', scheme.note, 12)
    const limit = energizationLimit(state)
    paper.row('报验以后', `${stageTitles.energization}${limitText(limit)}，${sourceText(limit.source)}`, 12)
    paper.row('不用办的', NOT_NEEDED, 12)
    paper.row('检验看哪些', inspectionItems.map(({ title }) => title).join('；'), 12)
    paper.text(
      '接下来由您自主选择有资质的单位按典型设计设计、施工。完工后在小程序里拍下竣工报告申请检验。线路、杆号以后更名，不影响本方案。',
      { size: 12 },
    )
  },
  problems: (paper, facts) => {
    const { requestedAt, problems } = roundsView(facts.state)[facts.round! - 1]
    paper.row('检验', `第${facts.round}次，${moment(requestedAt)}报验`, 12)
    paper.gap(6)
    for (const [index, { title, what, clause, late }] of problems!.entries()) {
      paper.keepTogether(76)
      paper.text(`${index + 1}. ${title}${late ? '（首次清单没有列出）' : ''}`, { size: 12 })
      paper.text(what, { size: 12 }, 76)
      paper.text(`依据：${clause}`, { size: 10, color: GREY }, 76)
      paper.gap(4)
    }
    paper.text('以上为一次性书面告知的全部问题。请逐条改好，在小程序里拍照后重新报验；整改期间不计入供电公司的时限。', {
      size: 12,
    })
  },
}
