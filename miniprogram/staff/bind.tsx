import { Screen } from '@/ui/Screen'

export default () => <Screen title='工作台'>{null}</Screen>
