import type { RequestOf, ResponseOf } from '@shared/contract'
import type { Entry } from '@/outbox/Entry'
import { handIn } from '@/outbox/handIn'

/**
 * Hands what was refused because the case was handed on to whoever has it now. It takes the refused entry's place and its command id:
 * what the record holds already, its answer lost, is not proposed again. Throws Failure.
 */
export function passOn({
  action,
  input,
  slots,
  handedInAt,
  physical,
  ...about
}: Entry): Promise<ResponseOf<'staff', 'propose'>> {
  const { commandId, id, version: _version, ...written } = input
  const whole = physical ? { ...written, saidAt: handedInAt } : written
  // What was handed in for an action is that action's input.
  const proposal = { action, input: whole } as RequestOf<'staff', 'propose'>['proposal']
  const moved = slots.map((slot) => ({ ...slot, at: `proposal.input.${slot.at}` }))
  const { intention, title, page, form } = about
  return handIn(
    'staff',
    'propose',
    { id: id!, proposal },
    { intention, title: `转出的${title}`, page, form },
    { slots: moved, commandId },
  )
}
