import { platform } from '@/platform'
import { Notice } from '@/ui/Notice'
import { kindOf } from '../sheet/kinds'
import type { Sheet } from '../sheet/Sheet'
import { mayTakeBack, resumeSheets, sendingOf, takeBack } from '../sheet/sendSheet'

/** What would lose the sheet. */
const DANGER = platform.name === 'weapp' ? '删除小程序' : '清除浏览器数据或退出登录'

/** How a submitted sheet stands, in plain words; nothing while it is still being filled in. */
export function SheetState({ sheet, whenRefused }: { sheet: Sheet; whenRefused?: () => void }) {
  const sending = sendingOf(sheet)
  const name = kindOf(sheet.action).title
  if (sheet.refusal && sending === null && whenRefused)
    return (
      <Notice
        tone='danger'
        title={`${name}没有提交成功`}
        text='填的都还在手机里，请打开核对后再提交。'
        action={{ text: '打开', onTap: whenRefused }}
      />
    )
  if (sending === null) return null
  if (sending === 'underway') return <Notice title={`${name}正在提交`} text={progress(sheet)} />
  const changeable = mayTakeBack(sheet)
  const action = platform.online()
    ? { text: '现在提交', onTap: resumeSheets }
    : changeable
      ? { text: '再改一改', onTap: () => takeBack(sheet) }
      : undefined
  return (
    <Notice
      tone='soon'
      title={`${name}已存在手机里，有网后自动提交`}
      text={`请不要${DANGER}。关掉也没关系，下次打开接着提交，不会重复。`}
      action={action}
    />
  )
}

function progress({ pictures }: Sheet): string {
  const sent = pictures.filter(({ id }) => id !== null).length
  return sent < pictures.length ? `照片已传${sent}张，共${pictures.length}张。` : '马上就好。'
}
