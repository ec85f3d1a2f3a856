import type { MaterialGroupCode } from '@shared/contract/vocabulary'
import { METER_NUMBER } from '@shared/typed/meter'
import { type Purpose, picturesIn, type Sheet, slotsAt } from './Sheet'
import type { SheetKind } from './SheetKind'
import { together } from './together'

const BESIDE_PAPERS: readonly Purpose[] = ['site', 'signature', 'remedy']

type WithPapers = Sheet<'visit' | 'collect' | 'replacePaper' | 'requestInspection'>

/** The papers photographed, each by the group its pictures were taken for. */
function papersOf(sheet: WithPapers) {
  const groups = sheet.pictures.flatMap(({ purpose }) => (BESIDE_PAPERS.includes(purpose) ? [] : purpose))
  return [...new Set(groups)].map((group) => {
    return { group: group as MaterialGroupCode, kind: sheet.entry.kinds[group]!, pictures: [] as string[] }
  })
}
const kindMissing = (sheet: WithPapers) => (papersOf(sheet).some(({ kind }) => !kind) ? '请选择拍的是哪一种材料' : null)

/** 上门: survey and papers in one trip. */
export const visitSheet: SheetKind<'visit'> = {
  title: '上门记录',
  page: 'visit',
  empty: { externalLine: null, meterPosition: '', note: '', kinds: {} },
  missing(sheet) {
    return together(
      sheet.entry.externalLine === null && '请选择要不要架设外部线路',
      sheet.entry.externalLine === true && picturesIn(sheet, 'site').length === 0 && '请拍线路要经过的地方，至少一张',
      sheet.entry.meterPosition.trim().length < 2 && '请填写电表装在哪里',
      kindMissing(sheet),
    )
  },
  physical: true,
  filled(sheet) {
    const { externalLine, meterPosition, note } = sheet.entry
    const signed = picturesIn(sheet, 'signature').slice(0, 1)
    return {
      input: {
        externalLine: externalLine!,
        meterPosition: meterPosition.trim(),
        note: note.trim(),
        papers: papersOf(sheet),
        site: [],
        signature: null,
      },
      slots: [
        ...papersOf(sheet).flatMap(({ group }, place) => slotsAt(`papers.${place}.pictures`, picturesIn(sheet, group))),
        ...slotsAt('site', picturesIn(sheet, 'site')),
        ...signed.map((picture) => ({ at: 'signature', purpose: picture.purpose, picture })),
      ],
    }
  },
}

/** One paper by itself. */
const onePaperMissing = (sheet: Sheet<'collect' | 'replacePaper'>) =>
  sheet.pictures.length === 0 ? '请先拍照' : kindMissing(sheet)

function onePaperFilled(sheet: Sheet<'collect' | 'replacePaper'>) {
  const paper = papersOf(sheet)[0]!
  return { input: { paper }, slots: slotsAt('paper.pictures', picturesIn(sheet, paper.group)) }
}

export const collectSheet: SheetKind<'collect'> = {
  title: '补收的材料',
  page: 'visit',
  query: { only: 'papers' },
  empty: { kinds: {} },
  missing: onePaperMissing,
  physical: true,
  filled: onePaperFilled,
}

/** 换材料. */
export const replacePaperSheet: SheetKind<'replacePaper'> = {
  title: '换的材料',
  page: 'visit',
  query: { only: 'replace' },
  empty: { kinds: {} },
  missing: onePaperMissing,
  filled: onePaperFilled,
}

/** 装表送电. */
export const energizeSheet: SheetKind<'energize'> = {
  title: '送电登记',
  page: 'energize',
  empty: { meterNumber: '' },
  missing: ({ entry }) =>
    METER_NUMBER.test(entry.meterNumber.trim()) ? null : '电表号是6到24位的数字或字母，见电表面板条码下方',
  physical: true,
  filled: ({ entry: { meterNumber } }) => ({ input: { meterNumber: meterNumber.trim() }, slots: [] }),
}

/** The slot of what was put right about one problem of the list before, by its place. */
export const remedySlot = (place: number): string => `remedy.${place}`

/** 代报竣工检验: the first time the report, later what was put right, every line of the list. */
export const requestInspectionSheet: SheetKind<'requestInspection'> = {
  title: '报验申请',
  page: 'report',
  empty: { kinds: {}, remedied: [] },
  missing(sheet, { rounds }) {
    const before = rounds.at(-1)?.problems
    if (before) return sheet.entry.remedied.length < before.length ? '请逐条确认已经整改好' : null
    return picturesIn(sheet, 'completionReport').length === 0 ? '请拍下竣工报告' : kindMissing(sheet)
  },
  filled(sheet) {
    const remedied = [...sheet.entry.remedied].sort((a, b) => a - b)
    const [report = null] = papersOf(sheet)
    return {
      input: { report, remedies: remedied.map(() => ({ pictures: [] })) },
      slots: [
        ...(report ? slotsAt('report.pictures', picturesIn(sheet, report.group)) : []),
        ...remedied.flatMap((place, index) =>
          slotsAt(`remedies.${index}.pictures`, picturesIn(sheet, remedySlot(place))),
        ),
      ],
    }
  },
}
