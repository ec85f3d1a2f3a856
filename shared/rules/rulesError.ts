/** Why a question to the rules has no answer. Each is a wrong question or wrong data, never something to guess around. */
export type RulesErrorCode =
  | 'noRuleSet'
  | 'severalRuleSets'
  | 'unknownRuleSet'
  | 'noLimit'
  | 'severalLimits'
  | 'stopNotAllowed'
  | 'notStarted'
  /** A rule set that does not time a case exactly once. */
  | 'badRuleSet'
  /** A 放假通知 that cannot be read, contradicts itself, or is there twice. */
  | 'badNotice'
  /** A year beyond the dated table of lunar days. */
  | 'noLunarDates'

/** Thrown by everything in `shared/rules`; the message names the fact. */
export class RulesError extends Error {
  constructor(
    readonly code: RulesErrorCode,
    message: string,
  ) {
    super(message)
    this.name = 'RulesError'
  }
}
