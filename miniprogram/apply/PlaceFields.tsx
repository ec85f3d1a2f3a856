import { districtOf } from '@shared/places/districtOf'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { asFailure, type Failure } from '@/failure'
import { platform } from '@/platform'
import { Action } from '@/ui/Action'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { AsRead, FromPaper } from '@/ui/FromPaper'
import { FailureNotice, Notice } from '@/ui/Notice'
import { addressError } from './addressError'
import { changeDraft, useDraft } from './draft'
import { keptShot, type ShownPaper } from './keptShot'

interface Props {
  /** The certificate, to show its address as it stands there. */
  paper: ShownPaper | null
  districts: string[]
  strict: boolean
}

/** Where the power is wanted: the certificate's own address, or another one. */
export function PlaceFields({ paper, districts, strict }: Props) {
  const { place } = useDraft()
  const [read] = useState(() => keptShot()?.reading.fields.address)
  const onPaper = read?.value ?? null
  const address = place?.address ?? ''
  const [elsewhere, setElsewhere] = useState(onPaper === null || (address !== '' && address !== onPaper))
  const wrong = addressError(address, place?.district ?? null)
  const [failed, setFailed] = useState<Failure | null>(null)

  const setAddress = (value: string) => {
    const named = districtOf(value)
    changeDraft({ place: { address: value, ...(named && districts.includes(named) ? { district: named } : {}) } })
  }
  // An address read off the certificate names its district; the list of districts may arrive later than the address.
  useEffect(() => {
    const named = address ? districtOf(address) : null
    if (!place?.district && named && districts.includes(named)) changeDraft({ place: { district: named } })
  }, [address, place?.district, districts])

  const pickOnMap = async () => {
    try {
      const chosen = await platform.chooseOnMap()
      if (!chosen) return
      changeDraft({ place: { location: { latitude: chosen.latitude, longitude: chosen.longitude } } })
      if (!address) setAddress(`${chosen.address}${chosen.name}`)
      setFailed(null)
    } catch (thrown) {
      setFailed(asFailure(thrown))
    }
  }

  const takeBack = (asRead: string) => {
    setElsewhere(true)
    setAddress(asRead)
  }
  const original = (
    <>
      <FromPaper paper={paper} field='address' label='住址' />
      <AsRead read={read} value={address} onTake={takeBack} />
    </>
  )
  return (
    <View className='card'>
      {onPaper ? (
        <Choice
          label='在哪里用电'
          options={[
            { value: 'paper', text: '就在证件上的地址', note: onPaper },
            { value: 'other', text: '另一个地址' },
          ]}
          value={elsewhere ? 'other' : 'paper'}
          onChange={(value) => {
            setElsewhere(value === 'other')
            setAddress(value === 'paper' ? onPaper : '')
          }}
        />
      ) : null}
      {onPaper && !elsewhere ? (
        <View className='gap'>
          {original}
          <Action kind='quiet' icon='pen' onTap={() => setElsewhere(true)}>
            {read?.doubtful ? '请核对证件上的地址。有认错的字？改一改' : '有认错的字？改一改'}
          </Action>
        </View>
      ) : null}
      {elsewhere ? (
        <Field
          label='用电地址'
          tall
          typed='address'
          value={address}
          placeholder='如：城中区文昌路 10 号 2 栋 301'
          hint='写到门牌号，客户经理好找'
          error={strict || address.length > 4 ? wrong : null}
          onChange={setAddress}
        >
          {onPaper && address ? original : null}
        </Field>
      ) : null}
      {!elsewhere && wrong ? <Notice tone='soon' text={`${wrong}。要在别处用电，请选“另一个地址”。`} /> : null}
      <Choice
        label='所在区县'
        missing={strict && !place?.district}
        grid
        options={districts.map((name) => ({ value: name, text: name }))}
        value={place?.district ?? null}
        onChange={(district) => changeDraft({ place: { district } })}
      />
      {platform.canChooseOnMap ? (
        <Action kind='plain' icon='pin' onTap={pickOnMap}>
          {place?.location ? '已在地图上标出，重新标' : '在地图上标一下（可以不标）'}
        </Action>
      ) : null}
      <FailureNotice failure={failed} />
    </View>
  )
}
