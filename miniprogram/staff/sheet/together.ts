/** Everything that is missing in one sentence: nobody puts one thing right only to be told of the next. */
export const together = (...missing: (string | false | null)[]): string | null =>
  missing.filter(Boolean).join('；') || null
