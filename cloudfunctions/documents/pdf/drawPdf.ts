import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { logFailure } from '../../lib/log'
import type { DrawingFault, DrawingMessage, DrawingOrder, DrawnPage } from './drawing'

/** A paper's pages are drawn in well under a second each; what takes longer than this in all is not drawn at all. Milliseconds. */
const WITHIN_MS = 20_000
/** The drawing itself lives in PDFium's own memory, bounded there. */
const THREAD_LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 }

export type PdfFault = DrawingFault | { fault: 'tooComplex' }

/**
 * Draws every page of a PDF, handing each to `onPage` as it comes. Whatever the file does (never ends, wants gigabytes, breaks the
 * reader), this answers within the time above, and the thread and its memory are gone. Null when all went well.
 */
export async function drawPdf(order: DrawingOrder, onPage: (page: DrawnPage) => void): Promise<PdfFault | null> {
  const worker = new Worker(join(__dirname, 'drawPages.worker.js'), {
    workerData: order,
    resourceLimits: THREAD_LIMITS,
    // Neither the function's credentials nor its logs are for what a file may do.
    env: {},
    stdout: true,
    stderr: true,
  })
  let late: NodeJS.Timeout | undefined
  try {
    return await new Promise<PdfFault | null>((resolve) => {
      late = setTimeout(() => resolve({ fault: 'tooComplex' }), WITHIN_MS)
      worker.on('message', (message: DrawingMessage) => {
        if (message === 'done') resolve(null)
        else if ('fault' in message) resolve(message)
        else onPage(message)
      })
      worker.on('error', (error) => {
        logFailure('drawing a PDF', error)
        resolve({ fault: 'tooComplex' })
      })
      worker.on('exit', () => resolve({ fault: 'tooComplex' }))
    })
  } finally {
    clearTimeout(late)
    await worker.terminate()
  }
}
