/** Something only the person running the host can put right. `message` is one line for the console; the host exits non-zero. */
export class OperatorError extends Error {}
