import type { CaseView } from '@shared/contract/case'
import type { AppointmentFor, DayPart } from '@shared/contract/vocabulary'
import { spokenDay } from '@shared/time/spokenTime'

const TASKS: Record<AppointmentFor, string> = { visit: '上门勘察', energize: '装表送电' }
const PARTS: Record<DayPart, string> = { morning: '上午', afternoon: '下午' }

/** What can be agreed on a time for, at the step the case is in. */
export const appointmentTask = ({ status }: Pick<CaseView, 'status'>): AppointmentFor =>
  status === 'accepted' ? 'visit' : 'energize'

export const appointmentWords = (of: Pick<CaseView, 'status'>): string => TASKS[appointmentTask(of)]

export const appointedText = ({ task, day, part }: NonNullable<CaseView['appointment']>): string =>
  `约好${spokenDay(day)}${PARTS[part]}${TASKS[task]}`
