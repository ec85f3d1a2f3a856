/** 电表号 as meters carry it. */
export const METER_NUMBER = /^[0-9A-Za-z-]{6,24}$/
