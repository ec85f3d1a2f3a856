import type { StaffCaseView } from '@shared/contract/case'
import { type InspectionCode, inspectionItemOf, inspectionItems } from '@shared/rules/inspection'
import type { SheetKind } from './kinds'
import { picturesIn, slotsAt } from './Sheet'
import { together } from './together'

/** 答复供电方案. */
export const replySheet: SheetKind<'reply'> = {
  title: '供电方案',
  page: 'reply',
  empty: { template: null, point: null, line: '', pole: '', outage: null, note: '', answerToObjections: '' },
  missing({ entry }, { reviews }) {
    const { template, point, line, pole, outage, answerToObjections } = entry
    const objected = reviews.some(({ opinion }) => opinion === 'object')
    return together(
      template === null && '请选一种供电方案',
      point === null && '请选接在哪里',
      point === '' && (line.trim().length < 2 || pole.trim() === '') && '请写明接入点的线路和杆号',
      outage === null && '请选接电时要不要停电',
      objected && answerToObjections.trim() === '' && '有会签人不同意，请写明怎么处理',
    )
  },
  filled: ({ entry: { template, point, line, pole, outage, note, answerToObjections } }) => ({
    input: {
      template: template!,
      point: point ? { id: point } : { line: line.trim(), pole: pole.trim() },
      outage: outage!,
      note: note.trim(),
      answerToObjections: answerToObjections.trim(),
    },
    slots: [],
  }),
}

/** 会签. */
export const reviewSheet: SheetKind<'review'> = {
  title: '会签意见',
  page: 'review',
  empty: { opinion: null, note: '' },
  missing({ entry: { opinion, note } }) {
    if (opinion === null) return '请选同意或不同意'
    return opinion === 'object' && note.trim() === '' ? '请写明不同意的理由' : null
  },
  filled: ({ entry: { opinion, note } }) => ({ input: { opinion: opinion!, note: note.trim() }, slots: [] }),
}

/** The items an inspection has to answer: all of them at first, later those of the list before. */
export function itemsToAnswer({ rounds }: Pick<StaffCaseView, 'rounds'>): InspectionCode[] {
  const before = rounds.findLast(({ problems }) => problems !== null)?.problems
  return inspectionItems.map(({ code }) => code).filter((code) => !before || before.some(({ item }) => item === code))
}

/** 竣工检验: no problem is a pass; problems are the one complete list. */
export const inspectSheet: SheetKind<'inspect'> = {
  title: '检验记录',
  page: 'inspect',
  empty: { round: 0, verdicts: {}, problems: [] },
  missing({ entry: { verdicts, problems } }, of) {
    const left = itemsToAnswer(of).filter((code) => !verdicts[code])
    if (left.length > 0) return `还有${left.length}项没有看，先看“${inspectionItemOf(left[0]!).title}”`
    const found = inspectionItems.filter(({ code }) => verdicts[code] === 'wrong')
    const empty = found.find(({ code }) => !problems.some(({ item }) => item === code))
    const unsaid = problems.find(({ what, clause }) => what.trim().length < 2 || clause.trim().length < 2)
    const item = empty ?? inspectionItems.find(({ code }) => code === unsaid?.item)
    return item ? `请写清“${item.title}”有什么问题` : null
  },
  physical: true,
  filled(sheet) {
    const { problems } = sheet.entry
    return {
      input: {
        problems: problems.map(({ item, what, clause }) => ({
          item,
          what: what.trim(),
          clause: clause.trim(),
          pictures: [],
        })),
      },
      slots: problems.flatMap(({ id }, place) => slotsAt(`problems.${place}.pictures`, picturesIn(sheet, id))),
    }
  },
}
