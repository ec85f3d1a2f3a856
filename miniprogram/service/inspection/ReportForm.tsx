import type { CaseView } from '@shared/contract/case'
import type { RoundView } from '@shared/contract/details'
import { Text, View } from '@tarojs/components'
import { allStored, useKept } from '@/outbox/storage'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Tick } from '@/ui/Choice'
import { Notice } from '@/ui/Notice'
import { heading } from '@/ui/speak'
import { KeptPhotos } from './KeptPhotos'
import { Problem } from './Problem'
import { type Remedy, useReport } from './report'

interface Props {
  of: CaseView
  onSent: (view: CaseView) => void
}

/** The request for the next inspection: the first with the report, a later one with the list before put right. */
export function ReportForm({ of, onSent }: Props) {
  const before: RoundView | undefined = of.rounds[of.rounds.length - 1]
  const problems = before?.problems ?? []
  const { form: report, change: edit, send, waiting, refused } = useReport(of, onSent)
  const stored = useKept(allStored)
  if (waiting) return null

  const left = report.remedies.filter(({ done }) => !done).length
  const ready = before ? left === 0 : report.papers.length > 0
  const editRemedy = (place: number, change: (remedy: Remedy) => Partial<Remedy>) =>
    edit(({ remedies }) => ({
      remedies: remedies.map((remedy, index) => (index === place ? { ...remedy, ...change(remedy) } : remedy)),
    }))

  return (
    <>
      {before ? (
        <>
          <Text className='headline' {...heading()}>
            有 {problems.length} 处要改
          </Text>
          <Text className='lead'>这是一次写全的清单。改好一条勾一条，最好拍张照，检验员来之前就能看到。</Text>
          {problems.map((problem, index) => (
            <Problem key={`${problem.item}${problem.what}`} caseId={of.id} number={index + 1} problem={problem}>
              <KeptPhotos
                label={`第${index + 1}条改好的样子`}
                pictures={report.remedies[index]!.pictures}
                onChange={(change) => editRemedy(index, ({ pictures }) => ({ pictures: change(pictures) }))}
              />
              <View className='gap'>
                <Tick
                  text={`第${index + 1}条改好了`}
                  on={report.remedies[index]!.done}
                  onChange={(done) => editRemedy(index, () => ({ done }))}
                />
              </View>
            </Problem>
          ))}
        </>
      ) : (
        <>
          <Text className='headline' {...heading()}>
            拍下竣工报告
          </Text>
          <Text className='lead'>
            施工单位做完会给您一份《受电工程竣工报告》。每页拍一张，或者选它的 PDF。申请检验只要这一份。
          </Text>
          <Card>
            <KeptPhotos
              label='竣工报告'
              pdf='completionReport'
              pictures={report.papers}
              onChange={(change) => edit(({ papers }) => ({ papers: change(papers) }))}
            />
          </Card>
        </>
      )}
      <View className='card'>
        {refused ? <Notice tone='danger' text={refused} /> : null}
        {ready ? null : (
          <Text className='block muted small center'>{before ? `还有 ${left} 条没勾` : '先拍竣工报告'}</Text>
        )}
        <Action disabled={!ready} busyText='正在提交…' onTap={send}>
          {before ? '都改好了，重新报验' : '申请竣工检验'}
        </Action>
        <Text className='block muted small gap'>
          {stored ? (before ? '拍的、勾的都存在手机里，关掉也不会丢。' : '照片存在手机里，关掉也不会丢。') : null}
          {before ? '报验以后接着计时。' : '报验以后开始计时。'}
        </Text>
      </View>
    </>
  )
}
