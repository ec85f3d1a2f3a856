import { deployment } from '@shared/flow/deployment'
import { supplyOf } from '@shared/flow/supplyOf'
import { endOf } from '@shared/flow/titles'
import { limitsOf } from '@shared/rules/limitsOf'
import { promise } from '@shared/rules/promise'
import { limitText } from '@shared/rules/publicRules'
import { ruleSetOn } from '@shared/rules/ruleSets'
import { sameDayDue } from '@shared/time/closing'
import { beijingDay, startOfDay } from '@shared/time/localDate'
import { calendarAt } from '../lib/clock'
import type { Handlers } from '../lib/handle'
import { refuse } from '../lib/refusal'

/** What would be promised if the application came in now, counted from the day it would be accepted. */
export const preview: Handlers<'public'>['preview'] = async (
  { use, capacityKva, sources, change, photographed },
  { now },
) => {
  if (use === 'business' && capacityKva === null) refuse('BAD_REQUEST', { what: '用电容量' })
  const { customerClass, freeToMeter, because } = supplyOf(use, capacityKva, sources)
  const highVoltage = customerClass === 'hvSingle' || customerClass === 'hvDual'
  const calendar = calendarAt(now)
  const atOnce = photographed && deployment.acceptAtOnce[highVoltage ? 'highVoltage' : 'lowVoltage']
  const acceptance = atOnce
    ? now
    : Math.max(now, startOfDay(sameDayDue(calendar, now, deployment.closing.cutOffMinute)))
  const ruleSet = ruleSetOn(beijingDay(acceptance), deployment.place)
  const promised = promise({
    ruleSet,
    customerClass,
    stage: highVoltage ? 'scheme' : 'connection',
    externalLine: null,
    starts: { acceptance },
    stops: [],
    calendar,
    closing: deployment.closing,
  })
  const [after] = highVoltage ? limitsOf(ruleSet, { customerClass, stage: 'energization', externalLine: true }) : []
  return {
    customerClass,
    because,
    promised: highVoltage ? '答复供电方案' : endOf(change),
    // A clock that has not stopped has a due day.
    dueDay: promised.dueDay!,
    earlierDay: promised.earlierIf?.dueDay ?? null,
    earlierProvisional: promised.earlierIf?.provisional ?? false,
    provisional: promised.provisional,
    freeToMeter,
    afterwards: after ? `您完工报验以后，${limitText(after)}检验送电` : null,
  }
}
