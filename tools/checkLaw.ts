import { validateCalendarYears } from '../shared/rules/calendar/validateCalendarYears'
import { calendarYears } from '../shared/rules/calendar/years'
import { ruleSets } from '../shared/rules/ruleSets'
import { validateRuleSets } from '../shared/rules/validateRuleSets'

/** Law is validated here, when functions are built, so that no function does it again at every start. Throws RulesError. */
export function checkLaw(): void {
  validateCalendarYears(calendarYears)
  validateRuleSets(ruleSets)
}
