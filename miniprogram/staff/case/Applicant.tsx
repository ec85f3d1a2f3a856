import type { StaffCaseView } from '@shared/contract/case'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { platform } from '@/platform'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Facts } from '@/ui/Facts'

/** Who applied and where: one tap to call, one to find the way. */
export function Applicant({ of }: { of: StaffCaseView }) {
  const { applicant, address, location } = of
  // An organisation's contact, or whoever applies for somebody else.
  const contact = applicant.contact === applicant.name ? null : applicant.contact
  return (
    <Card title='申请人'>
      <Facts
        rows={[
          ['姓名', applicant.name],
          ['证件号', applicant.number],
          ['联系人', contact],
          ['电话', applicant.phone || (of.channel === 'online' ? null : '没有电话，要上门说')],
          ['用电地址', address],
          ['用电容量', of.capacityKva === null ? null : `${of.capacityKva} 千伏安`],
          ['电表位置', of.meterPosition],
          ['电表号', of.meterNumber],
          ['客户经理', of.manager?.name],
        ]}
      />
      <View className='actions gap'>
        {applicant.phone ? (
          <Action
            kind='plain'
            icon='phone'
            label={`给${applicant.contact}打电话`}
            onTap={() => platform.dial(applicant.phone)}
          >
            打电话
          </Action>
        ) : null}
        {platform.name === 'weapp' && location ? (
          <Action kind='plain' icon='pin' onTap={() => findTheWay(location, address)}>
            去这里
          </Action>
        ) : (
          <Action kind='plain' icon='pin' onTap={() => copy(address)}>
            复制地址
          </Action>
        )}
      </View>
    </Card>
  )
}

const findTheWay = ({ latitude, longitude }: { latitude: number; longitude: number }, address: string) =>
  Taro.openLocation({ latitude, longitude, address, name: address, scale: 17 }).catch(() =>
    Taro.showToast({ title: '地图没有打开，请再点一次', icon: 'none' }),
  )

/** The web has no map of its own to open: the address goes to whichever map the person uses. */
const copy = (address: string) =>
  Taro.setClipboardData({ data: address }).catch(() =>
    Taro.showToast({ title: '没有复制成功，请长按地址复制', icon: 'none' }),
  )
