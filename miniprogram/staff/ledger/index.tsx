import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { staff } from '@/api'
import { Card } from '@/ui/Card'
import { FailureNotice, Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { Skeleton } from '@/ui/Skeleton'
import { useView } from '@/useView'
import { History } from '../ui/History'
import '../staff.scss'

/** 台账 of one case. Never from the device: whether it is whole is to be checked now. */
export default function Ledger() {
  const { id = '' } = useRouter().params
  const view = useView(() => staff('ledger', { id }))
  const { data } = view
  return (
    <Screen title='台账'>
      <FailureNotice failure={view.failure} retry={view.reload} />
      {!data && view.loading ? <Skeleton lines={6} /> : null}
      {data ? (
        <>
          {data.intact ? (
            <Notice
              title='记录完整，前后一致'
              text={`共${data.events.length}条，每一条都与前一条首尾相接，当前状态和待办都与它们相符，刚刚核对过。`}
            />
          ) : (
            <Notice
              tone='danger'
              title='记录对不上，可能被改动过'
              text={`${data.differs.join('；')}。请不要再办理这件申请，立即联系系统管理员查明。`}
            />
          )}
          <Card title='每一步' aside={`申请编号 ${id}`}>
            <History lines={data.events} />
          </Card>
          <Text className='muted small block'>台账只能增加，不能修改。校验码由这一条的内容和前一条的校验码算出。</Text>
        </>
      ) : null}
    </Screen>
  )
}
