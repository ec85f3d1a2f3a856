import { Notice } from '@/ui/Notice'
import { kindOf } from '../sheet/kinds'
import { openSheet } from '../sheet/openSheet'
import type { Sheet } from '../sheet/Sheet'

/** What came back refused, before anything else and one after the other: its case may be far down the list, or on it no more. */
export function RefusedSheets({ sheets }: { sheets: Sheet[] }) {
  const refused = sheets.filter(({ refusal, sending }) => refusal !== null && sending === null)
  const [first] = refused
  if (!first) return null
  return (
    <Notice
      tone='danger'
      title={`${refused.length}份记录没有提交成功`}
      text={`先看${kindOf(first.action).title}。填的都还在手机里，核对后再提交。`}
      action={{ text: '打开核对', onTap: () => void openSheet(first) }}
    />
  )
}
