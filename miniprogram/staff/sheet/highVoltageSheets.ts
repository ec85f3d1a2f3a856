import type { StaffCaseView } from '@shared/contract/case'
import { type InspectionCode, inspectionItemOf, inspectionItems } from '@shared/rules/inspection'
import { type ChosenPoint, type Entries, picturesIn, slotsAt } from './Sheet'
import type { SheetKind } from './SheetKind'
import { together } from './together'

export const NO_POINT: ChosenPoint = { point: null, line: '', pole: '' }

/** What a chosen point still lacks; `which` tells the standby source's from the main one's. */
const pointMissing = ({ point, line, pole }: ChosenPoint, which: string) =>
  point === null
    ? `请选${which}接在哪里`
    : point === '' && (line.trim().length < 2 || pole.trim() === '') && `请写明${which}接入点的线路和杆号`

const chosen = ({ point, line, pole }: ChosenPoint) =>
  point ? { id: point } : { line: line.trim(), pole: pole.trim() }

type Points = Pick<StaffCaseView['templates'][number], 'points'> | undefined

/** What the scheme's points still lack: of two sources each has its own. */
export function pointsMissing(entry: Entries['reply'], template: Points): string[] {
  if (template?.points !== 2) return [pointMissing(entry, '')].filter((words) => words !== false)
  const standby = entry.standby ?? NO_POINT
  const lacking = [pointMissing(entry, '主供'), pointMissing(standby, '备用')].filter((words) => words !== false)
  const same = JSON.stringify(chosen(entry)) === JSON.stringify(chosen(standby))
  return lacking.length === 0 && same ? ['主供和备用不能接在同一处，请改一个'] : lacking
}

/** The points as a command takes them. */
export const pointsSaid = (entry: Entries['reply']) => ({
  point: chosen(entry),
  standby: entry.standby ? chosen(entry.standby) : null,
})

/** 答复供电方案. */
export const replySheet: SheetKind<'reply'> = {
  title: '供电方案',
  page: 'reply',
  empty: { template: null, ...NO_POINT, outage: null, note: '', answerToObjections: '' },
  missing({ entry }, { reviews, templates }) {
    const { template, outage, answerToObjections } = entry
    const objected = reviews.some(({ opinion }) => opinion === 'object')
    return together(
      template === null && '请选一种供电方案',
      ...pointsMissing(
        entry,
        templates.find(({ code }) => code === template),
      ),
      outage === null && '请选接电时要不要停电',
      objected && answerToObjections.trim() === '' && '有会签人不同意，请写明怎么处理',
    )
  },
  filled: ({ entry }) => ({
    input: {
      template: entry.template!,
      ...pointsSaid(entry),
      outage: entry.outage!,
      note: entry.note.trim(),
      answerToObjections: entry.answerToObjections.trim(),
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
