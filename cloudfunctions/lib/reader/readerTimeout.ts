/** The SDK's own 15 s is short for a picture; the function itself ends at 60 s. */
export const READER_TIMEOUT_MS = 50_000
