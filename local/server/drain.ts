import type { IncomingMessage } from 'node:http'
import { finished } from 'node:stream/promises'

/** Lets a refused request finish sending: a client that is cut off in the middle never sees the answer. Not inside a loop over it. */
export const drain = (request: IncomingMessage): Promise<void> => finished(request.resume()).catch(() => {})
