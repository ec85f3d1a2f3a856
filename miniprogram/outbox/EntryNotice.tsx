import { open } from '@/go'
import { platform } from '@/platform'
import { Notice } from '@/ui/Notice'
import { deliverLane, isUnderway, laneOf } from './delivery'
import type { Entry } from './Entry'
import { entriesAbout, isHeld, isStored, takeOut } from './entries'
import { mayTakeBack } from './handIn'
import { useKept } from './storage'

/** What would lose an entry. */
const DANGER = platform.name === 'weapp' ? '删除小程序' : '清除浏览器数据或退出登录'

interface Props {
  entry: Entry
  /** On the page it is mended on: a refusal is told there by the form itself. */
  mending?: boolean
}

/** How what was handed in stands, in plain words. */
export function EntryNotice({ entry, mending = false }: Props) {
  const { title, page, refusal, form } = entry
  if (refusal) {
    if (mending || !page) return null
    const look = { text: '打开', onTap: () => open(page) }
    return (
      <Notice
        tone='danger'
        title={`${title}没有提交成功`}
        text='填的都还在手机里，请打开核对后再提交。'
        action={look}
      />
    )
  }
  if (isHeld(entry)) return <Notice tone='soon' title={`${title}等前一份核对提交后，再自动提交`} text='不用再填。' />
  if (isUnderway(entry)) return <Notice title={`${title}正在提交`} text={progress(entry)} />
  const send = { text: '现在提交', onTap: () => deliverLane(laneOf(entry)) }
  if (!isStored(entry))
    return (
      <Notice
        tone='danger'
        title='手机存不下了，请不要关掉这一页，连上网再提交'
        text={`${title}还没有提交，也没有存在手机里。`}
        action={send}
      />
    )
  const change = { text: '再改一改', onTap: () => takeOut(entry) }
  return (
    <Notice
      tone='soon'
      title={`${title}已存在手机里，有网后自动提交`}
      text={`请不要${DANGER}。关掉也没关系，下次打开接着提交，不会重复。`}
      action={platform.online() ? send : mending && form && mayTakeBack(entry) ? change : undefined}
    />
  )
}

function progress({ slots }: Entry): string {
  const sent = slots.filter(({ picture }) => picture.id !== null).length
  return sent < slots.length ? `照片已传${sent}张，共${slots.length}张。` : '马上就好。'
}

interface AllProps {
  fn: Entry['fn']
  caseId: string
  /** The intention that is mended on this page. */
  mends?: string
}

/** Everything that was handed in about a case and is not accepted yet. */
export function EntryNotices({ fn, caseId, mends }: AllProps) {
  return useKept(() => entriesAbout(fn, caseId)).map((entry) => (
    <EntryNotice key={entry.input.commandId} entry={entry} mending={entry.intention === mends} />
  ))
}
