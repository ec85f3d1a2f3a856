/** Every run asks the same unless it is told otherwise; `npm run test:nightly` draws a new seed and prints it. SEED=n repeats one. */
export const SEED = Number(process.env.SEED ?? 20261123)

/** How much of something is done: a little in every run, all of it at night. */
export const effort = (usual: number, nightly: number): number => (process.env.NIGHTLY === '1' ? nightly : usual)
