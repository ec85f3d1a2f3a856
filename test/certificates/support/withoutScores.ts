import type { TextLine } from '../../../shared/certificates/types'

/** The lines as WeChat's reader gives them: nothing of how sure it is. */
export const withoutScores = (lines: readonly TextLine[]): TextLine[] => lines.map(({ text, quad }) => ({ text, quad }))
