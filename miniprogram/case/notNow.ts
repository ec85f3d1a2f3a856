import type { CaseView } from '@shared/contract/case'

/** Why a page around a case has nothing to show now: the case was taken back, or what the page itself says. */
export const notNow = ({ status }: Pick<CaseView, 'status'>, text: string): string =>
  status === 'withdrawn' ? '这件申请已经撤回，不再办理。' : text
