import type { StaffCaseView } from '@shared/contract/case'
import { anomalyCauses } from '@shared/rules/anomalies'
import { inspectionItemOf, inspectionItems } from '@shared/rules/inspection'
import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { Facts } from '@/ui/Facts'
import { Thumbnail } from '@/ui/Thumbnail'
import type { ChosenPoint, Entries, Sheet, SheetAction, SheetPicture } from '../sheet/Sheet'

type Rows = [name: string, value: string | null][]
const yesNo = (answer: boolean | null, yes: string, no: string) => (answer === null ? null : answer ? yes : no)

/** Every kind of sheet in words, to read. */
const WORDS: { [A in SheetAction]: (entry: Entries[A], of: StaffCaseView) => Rows } = {
  visit: ({ externalLine, meterPosition, note }) => [
    ['外部线路', yesNo(externalLine, '要架设', '不用架设')],
    ['电表位置', meterPosition],
    ['备注', note],
  ],
  collect: () => [],
  replacePaper: () => [],
  requestInspection: ({ remedied }) => [['已整改', remedied.length > 0 ? `${remedied.length}处` : null]],
  energize: ({ meterNumber }) => [['电表号', meterNumber]],
  reply: ({ template, standby, outage, note, answerToObjections, ...main }, { templates }) => [
    ['供电方案', templates.find(({ code }) => code === template)?.title ?? null],
    [standby ? '主供接入点' : '接入点', pointWords(main)],
    ['备用接入点', standby ? pointWords(standby) : null],
    ['停电', yesNo(outage, '要停电', '不用停电')],
    ['备注', note],
    ['对不同意见', answerToObjections],
  ],
  review: ({ opinion, note }) => [
    ['意见', opinion && (opinion === 'agree' ? '同意' : '不同意')],
    ['说明', note],
  ],
  inspect: ({ verdicts, problems }) => [
    ['合格', `${inspectionItems.filter(({ code }) => verdicts[code] === 'sound').length}项`],
    ...problems.map(({ item, what }, place): [string, string] => [
      `问题${place + 1}`,
      `${inspectionItemOf(item).title}：${what}`,
    ]),
  ],
  recordAnomaly: ({ cause, note }) => [
    ['原因', anomalyCauses.find(({ code }) => code === cause)?.title ?? null],
    ['说明', note],
  ],
}
const pointWords = ({ point, line, pole }: ChosenPoint) =>
  point ? '已从列表里选好' : [line, pole].filter(Boolean).join(' ')

const wordsOf = <A extends SheetAction>({ action, entry }: Sheet<A>, of: StaffCaseView) => WORDS[action](entry, of)

/** What a picture on a sheet is of. */
function titleOf({ slot, purpose }: SheetPicture, sheet: Sheet, { materials }: StaffCaseView): string {
  if (purpose === 'site') return '现场照片'
  if (purpose === 'drawing') return '方案图纸'
  if (purpose === 'signature') return '用户签名'
  if (purpose === 'problem') return '问题照片'
  if (purpose === 'remedy') return '整改照片'
  if (purpose === 'evidence') return '证据'
  const kinds = 'kinds' in sheet.entry ? sheet.entry.kinds : {}
  const material = materials.find(({ group }) => group === slot)
  return material?.oneOf.find(({ code }) => code === kinds[slot])?.title ?? material?.title ?? '材料'
}

/** What was entered, to read: while it waits to be sent, or when it can no longer be. */
export function SheetSummary({ sheet, of }: { sheet: Sheet; of: StaffCaseView }) {
  const titles = [...new Set(sheet.pictures.map((picture) => titleOf(picture, sheet, of)))]
  return (
    <Card title='您填的内容'>
      <Facts rows={wordsOf(sheet, of)} />
      {titles.map((title) => {
        const pictures = sheet.pictures.filter((picture) => titleOf(picture, sheet, of) === title)
        return (
          <View key={title}>
            <Text className='strong block gap'>
              {title} · {pictures.length}张
            </Text>
            <View className='thumbs'>
              {pictures.map((picture, index) => (
                <Thumbnail key={picture.key} picture={picture} label={`${title}第${index + 1}张`} />
              ))}
            </View>
          </View>
        )
      })}
    </Card>
  )
}
