import { open } from '@/go'
import { entries } from '@/outbox/entries'
import { useKept } from '@/outbox/storage'
import { Notice } from '@/ui/Notice'

/** What came back refused, before anything else and one after the other: its case may be far down the list, or on it no more. */
export function RefusedEntries() {
  const refused = useKept(() => entries().filter(({ fn, refusal }) => fn === 'staff' && refusal !== null))
  const [first] = refused
  if (!first?.page) return null
  return (
    <Notice
      tone='danger'
      title={`${refused.length}份记录没有提交成功`}
      text={`先看${first.title}。填的都还在手机里，核对后再提交。`}
      action={{ text: '打开核对', onTap: () => void open(first.page!) }}
    />
  )
}
