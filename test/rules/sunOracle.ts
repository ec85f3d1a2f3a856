const DAY = 86_400_000
/** Terrestrial time is ahead of universal time by about so much in these decades. */
const DELTA_T_DAYS = 69 / 86_400

/** The sun's apparent longitude in degrees, to about 0.01° (Meeus, Astronomical Algorithms, chapter 25): 15 minutes of time. */
function sunLongitude(instant: number): number {
  const t = (instant / DAY + 2_440_587.5 + DELTA_T_DAYS - 2_451_545) / 36_525
  const sine = (degrees: number) => Math.sin((degrees * Math.PI) / 180)
  const mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t
  const anomaly = 357.52911 + 35_999.05029 * t - 0.0001537 * t * t
  const center =
    (1.914602 - 0.004817 * t) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.000289 * sine(3 * anomaly)
  return mean + center - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t)
}

/** 清明: the Beijing moment, as ISO text, at which the sun reaches 15°. */
export function qingmingMoment(year: number): string {
  let [early, late] = [Date.UTC(year, 3, 2), Date.UTC(year, 3, 8)]
  while (late - early > 1000) {
    const middle = (early + late) / 2
    const ahead = ((((sunLongitude(middle) - 15) % 360) + 540) % 360) - 180
    if (ahead < 0) early = middle
    else late = middle
  }
  return new Date(early + DAY / 3).toISOString()
}
