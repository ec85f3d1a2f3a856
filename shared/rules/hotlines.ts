/** 12398: the nation's energy regulator, where a complaint goes on to when the utility does not put it right. */
export const REGULATOR = '12398'
