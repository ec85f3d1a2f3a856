import { customerClass } from '@shared/contract/vocabulary'
import { appError } from '@shared/errors'
import { deployment } from '@shared/flow/deployment'
import { supplyOf } from '@shared/flow/supplyOf'
import { promise } from '@shared/rules/promise'
import { ruleSetOn } from '@shared/rules/ruleSets'
import { beijingDay } from '@shared/time/localDate'
import { calendarAt } from '../lib/clock'
import type { Handlers } from '../lib/handle'
import { refuse } from '../lib/refusal'

/** What would be promised if the application were accepted now. */
export const preview: Handlers<'public'>['preview'] = async ({ use, capacityKva }, { now }) => {
  if (use === 'business' && capacityKva === null) refuse('BAD_REQUEST', { what: '用电容量' })
  const supply = supplyOf(use, capacityKva)
  const carried = customerClass.safeParse(supply.customerClass)
  const { freeToMeter } = supply
  if (!carried.success) {
    const none = { supported: false, dueDay: null, earlierDay: null, provisional: false }
    return { ...none, customerClass: supply.customerClass, freeToMeter, advice: appError('NOT_LOW_VOLTAGE').message }
  }
  const promised = promise({
    ruleSet: ruleSetOn(beijingDay(now), deployment.place),
    customerClass: carried.data,
    stage: 'connection',
    externalLine: null,
    starts: { acceptance: now },
    stops: [],
    calendar: calendarAt(now),
    closing: deployment.closing,
  })
  return {
    customerClass: carried.data,
    supported: true,
    advice: null,
    dueDay: promised.dueDay,
    earlierDay: promised.earlierIf?.dueDay ?? null,
    provisional: promised.provisional,
    freeToMeter,
  }
}
