import type { PicturePurpose } from '@shared/contract/pictures'
import type { MaterialGroupCode } from '@shared/contract/vocabulary'
import { titleOfGroup } from '@shared/flow/materials'

const OTHERS: Record<Exclude<PicturePurpose, MaterialGroupCode>, string> = {
  signature: '签名',
  site: '现场',
  drawing: '方案图纸',
  problem: '问题',
  remedy: '整改',
  evidence: '用时异常',
}

/** What a picture is of, as it is called in a sentence. */
export const titleOfPurpose = (purpose: PicturePurpose): string =>
  purpose in OTHERS ? OTHERS[purpose as keyof typeof OTHERS] : titleOfGroup(purpose as MaterialGroupCode)
