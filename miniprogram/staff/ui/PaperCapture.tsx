import type { MaterialView } from '@shared/contract/case'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Choice } from '@/ui/Choice'
import { picturesIn } from '../sheet/Sheet'
import type { OpenSheet } from '../sheet/useSheet'
import { TakePictures } from './TakePictures'

interface Props {
  material: MaterialView
  open: OpenSheet<'visit'> | OpenSheet<'collect'> | OpenSheet<'replacePaper'> | OpenSheet<'requestInspection'>
}

/** One paper still wanted: which of the kinds it is, and its photographs. Only those the rules name can be chosen. */
export function PaperCapture({ material: { group, title, oneOf }, open }: Props) {
  const { sheet, edit, addPicture, removePictures } = open
  // One kind only: nothing to choose.
  const code = sheet.entry.kinds[group] ?? (oneOf.length === 1 ? oneOf[0].code : null)
  const [choosing, setChoosing] = useState(code === null)
  const kind = oneOf.find((one) => one.code === code)
  const choose = (chosen: string) => {
    edit(({ kinds }: { kinds: Partial<Record<string, string>> }) => ({ kinds: { ...kinds, [group]: chosen } }))
    setChoosing(false)
  }
  return (
    <Card className='snug' title={title} aside={oneOf.length > 1 ? '任选一种' : undefined}>
      {choosing || !kind ? (
        <Choice
          label='是哪一种'
          spoken={`${title}，是哪一种`}
          grid
          options={oneOf.map((one) => ({ value: one.code, text: one.title }))}
          value={code}
          onChange={choose}
        />
      ) : (
        <>
          {oneOf.length > 1 ? (
            <View className='kind'>
              <Text className='kind__title'>{kind.title}</Text>
              <View className='kind__do'>
                <Action kind='quiet' label={`换一种${title}`} onTap={() => setChoosing(true)}>
                  换一种
                </Action>
              </View>
            </View>
          ) : null}
          <TakePictures
            of={kind.title}
            named
            pictures={picturesIn(sheet, group)}
            onAdd={async (picture, id) => {
              choose(kind.code)
              await addPicture(group, group, picture, id)
            }}
            pdf={group}
            onRemove={(key) => removePictures((_, other) => other === key)}
          />
        </>
      )}
    </Card>
  )
}
