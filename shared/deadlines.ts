/**
 * How long each waits for the one beneath it, in milliseconds: a device longer than its function may run (`timeout` in
 * `cloudbaserc.json`), a function longer than what it asks. A device that gave up first would take a slow answer for none.
 */
export const deadlines = {
  /** Reading a certificate, and drawing a PDF. */
  slow: { provider: 50_000, device: 65_000 },
  /** Everything else; the provider is the SDK with its own 15 s. */
  usual: { provider: 15_000, device: 25_000 },
} as const
