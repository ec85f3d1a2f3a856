import { findingsOf } from '@shared/certificates/findings'
import { titleOfPremises } from '@shared/certificates/premisesKinds'
import { beijingDay } from '@shared/time/localDate'
import { Text, View } from '@tarojs/components'
import { letGo } from '@/api/letGo'
import { PaperFindings } from '@/case/PaperFindings'
import { Action } from '@/ui/Action'
import { changeDraft, type Draft } from './draft'
import { premisesReading, usePictureUrl } from './keptShot'

const OTHER_OWNER = '是租的房子，请点“不交”，受理以后再拍租用房屋凭证；是家人的、共有的，或者认错了字，就用这张。'

/** The proof of premises photographed along with the certificate: handed in with it, and what of it is worth a word. */
export function PremisesCard({ draft: { property, identity, place } }: { draft: Draft }) {
  const src = usePictureUrl(property?.pictures[0])
  if (!property) return null
  const drop = () => {
    changeDraft({ property: undefined })
    letGo(property.pictures)
  }
  const title = titleOfPremises(property.kind)
  const reading = premisesReading()
  const findings =
    reading && identity?.name
      ? findingsOf(reading, {
          allowed: [property.kind],
          applicant: identity.name,
          address: place?.address ?? '',
          today: beijingDay(Date.now()),
        })
      : []
  return (
    <View className='card gap'>
      <View className='rows__row'>
        <Text className='rows__text strong'>
          {title}收好了，{property.pictures.length}张照片，和申请一起交。
          {identity?.name ? '' : '还要一张身份证或营业执照。'}
        </Text>
        <View>
          <Action kind='quiet' label={`不交${title}`} onTap={drop}>
            不交
          </Action>
        </View>
      </View>
      <PaperFindings
        paper={src && reading ? { src, reading } : null}
        findings={findings.map((one) => (one.code === 'otherOwner' ? { ...one, remedy: OTHER_OWNER } : one))}
      />
    </View>
  )
}
