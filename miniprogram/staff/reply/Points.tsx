import type { StaffCaseView } from '@shared/contract/case'
import { NO_POINT } from '../sheet/highVoltageSheets'
import type { Entries } from '../sheet/Sheet'
import { PointChoice } from './PointChoice'

interface Props {
  of: StaffCaseView
  entry: Entries['reply']
  edit: (change: Partial<Entries['reply']>) => void
}

/** Where the scheme connects: one point, or one for each of two sources. */
export function Points({ of: { district, templates }, entry, edit }: Props) {
  const two = templates.find(({ code }) => code === entry.template)?.points === 2
  if (!two) return <PointChoice district={district} entry={entry} edit={edit} />
  const standby = entry.standby ?? NO_POINT
  return (
    <>
      <PointChoice source='主供' district={district} entry={entry} edit={edit} />
      <PointChoice
        source='备用'
        district={district}
        entry={standby}
        edit={(change) => edit({ standby: { ...standby, ...change } })}
      />
    </>
  )
}
