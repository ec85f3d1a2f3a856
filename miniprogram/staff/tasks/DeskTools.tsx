import type { StaffRole } from '@shared/contract/vocabulary'
import { Card } from '@/ui/Card'
import { Row } from '@/ui/Row'
import { goStaff } from '../go'

/** Work that belongs to no case yet, by whose it is; a reviewer has none. */
export const DeskTools = ({ role }: { role: StaffRole }) =>
  role === 'reviewer' ? null : (
    <Card>
      {role === 'manager' ? (
        <>
          <Row
            icon='pen'
            text='替来柜台的人申请'
            note='没带手机、不会用手机的人'
            onTap={() => void goStaff('counter')}
          />
          <Row icon='calendar' text='假期代班' note='休假时请同事接着办' onTap={() => void goStaff('cover')} />
        </>
      ) : null}
      <Row icon='pin' text='接入点' note='线路和杆号，改了名在这里改' onTap={() => void goStaff('points')} />
    </Card>
  )
