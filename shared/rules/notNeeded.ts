/**
 * What the plan abolished and customers were never told with certainty (一1(1), 一3, 三(一)2): said in the same words on the card, the
 * notice and the scheme. Typical designs (典型设计) are the ones whose drawings nobody looks at.
 */
export const NOT_NEEDED = '不用方案审核、不用设计审图、不用中间检查、不用申请报告'
