/** Why a question to the rules has no answer. Each is a wrong question or wrong data, never something to guess around. */
export type RulesErrorCode = 'noRuleSet' | 'severalRuleSets' | 'unknownRuleSet' | 'noLimit' | 'stopNotAllowed'

export class RulesError extends Error {
  constructor(
    readonly code: RulesErrorCode,
    message: string,
  ) {
    super(message)
    this.name = 'RulesError'
  }
}
