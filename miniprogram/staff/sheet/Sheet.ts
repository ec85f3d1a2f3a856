import type { MaterialGroupCode } from '@shared/contract/vocabulary'
import type { ErrorCode } from '@shared/errors'
import type { KeptPicture } from '@/kept/keptPictures'

/** One paper photographed in the field. */
export interface SheetPaper {
  group: MaterialGroupCode
  /** A code of the group's `oneOf`; null until chosen. */
  kind: string | null
  pictures: KeptPicture[]
}

/**
 * What a manager writes down at the customer's: one visit (survey and papers), or one paper collected outside a visit.
 * It lives on the device from the first letter until the server has answered for good.
 */
export interface Sheet {
  /** Names the sheet and the intention of its command: `visit:CASE` or `collect:CASE`. */
  key: string
  action: 'visit' | 'collect'
  caseId: string
  externalLine: boolean | null
  meterPosition: string
  note: string
  papers: SheetPaper[]
  /** Set by 提交: the command it is sent as, and the version it was decided on. Nothing is edited while it stands. */
  sending: { commandId: string; version: number } | null
  /** Why the last sending was refused for good. */
  refusal: { code: ErrorCode; message: string } | null
}

export const sheetKey = (action: Sheet['action'], caseId: string): string => `${action}:${caseId}`

export const emptySheet = (action: Sheet['action'], caseId: string): Sheet => ({
  key: sheetKey(action, caseId),
  action,
  caseId,
  externalLine: null,
  meterPosition: '',
  note: '',
  papers: [],
  sending: null,
  refusal: null,
})

/** What keeps the sheet from being submitted, in words; null when nothing does. */
export function missingIn(sheet: Sheet): string | null {
  if (sheet.action === 'visit') {
    if (sheet.externalLine === null) return '请选择要不要架设外部线路'
    if (sheet.meterPosition.trim().length < 2) return '请填写电表装在哪里'
  }
  const photographed = sheet.papers.filter((paper) => paper.pictures.length > 0)
  if (photographed.some((paper) => paper.kind === null)) return '请选择拍的是哪一种材料'
  if (sheet.action === 'collect' && photographed.length === 0) return '请先拍照'
  return null
}
