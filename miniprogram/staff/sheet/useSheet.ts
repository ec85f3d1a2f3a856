import type { MaterialView } from '@shared/contract/case'
import { emptySheet, type Sheet, type SheetPaper, sheetKey } from './Sheet'
import { readSheet, saveSheet, useSheets } from './sheets'

const emptyPaper = (material: MaterialView): SheetPaper => ({
  group: material.group,
  // One kind only: nothing to choose.
  kind: material.oneOf.length === 1 ? material.oneOf[0].code : null,
  pictures: [],
})

/** The sheet of one case, and the way to change it; every change is on the device before the next one. */
export function useSheet(action: Sheet['action'], caseId: string) {
  const key = sheetKey(action, caseId)
  const newest = () => readSheet(key) ?? emptySheet(action, caseId)
  const sheet = useSheets(newest)

  const edit = (change: Partial<Pick<Sheet, 'externalLine' | 'meterPosition' | 'note'>>) => {
    const now = newest()
    if (!now.sending) saveSheet({ ...now, ...change })
  }
  const paperOf = (material: MaterialView, of: Sheet = sheet): SheetPaper =>
    of.papers.find(({ group }) => group === material.group) ?? emptyPaper(material)
  const editPaper = (material: MaterialView, change: (paper: SheetPaper) => SheetPaper) => {
    const now = newest()
    if (now.sending) return
    const others = now.papers.filter(({ group }) => group !== material.group)
    saveSheet({ ...now, papers: [...others, change(paperOf(material, now))] })
  }
  return { sheet, edit, editPaper, paperOf }
}
