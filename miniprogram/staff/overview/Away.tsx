import type { ResponseOf } from '@shared/contract'
import { spokenDay } from '@shared/time/spokenTime'
import { Card } from '@/ui/Card'
import { Facts } from '@/ui/Facts'

/** Who is not there and who does their work; nothing while everybody is. */
export const Away = ({ away }: Pick<ResponseOf<'staff', 'overview'>, 'away'>) =>
  away.length === 0 ? null : (
    <Card title='不在岗' aside={`${away.length}人`}>
      <Facts rows={away.map(({ name, coveredBy, until }) => [name, `${coveredBy}代班到${spokenDay(until)}`])} />
    </Card>
  )
