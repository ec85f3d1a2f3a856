import { LONGEST_PAPER_NUMBER, numberLabel } from '@shared/certificates/identityKinds'
import { type NumberFault, numberFault } from '@shared/certificates/numberFault'
import { beijingDay } from '@shared/time/localDate'
import type { Draft } from './draft'

/** What is wrong with the number typed or read, in Chinese; null where it can be sent. The server checks again. */
export function numberProblem(
  identity: Draft['identity'],
): Pick<NumberFault, 'text' | 'printable' | 'otherKind'> | null {
  const { kind = 'idCard', number = '', asPrinted } = identity ?? {}
  const say = (text: string) => ({ text, printable: false })
  if (!number) return say(`请填写${numberLabel(kind)}`)
  const fault = numberFault(kind, number, beijingDay(Date.now()))
  if (fault) return fault.printable && asPrinted ? null : fault
  if (number.length < 5) return say('证件号码不全，请再核对一遍')
  return number.length > LONGEST_PAPER_NUMBER ? say('证件号码太长，请只填号码') : null
}
