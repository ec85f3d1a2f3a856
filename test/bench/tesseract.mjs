import { readFileSync } from 'node:fs'
import { createWorker } from 'tesseract.js'

/**
 * Reads pictures with tesseract.js and its chi_sim weights, in a process of its own so that its memory is its own:
 * `node tesseract.mjs picture …` prints { seconds, peakMb, texts } as JSON.
 */
const files = process.argv.slice(2)
const worker = await createWorker('chi_sim', 1, {
  langPath: new URL('./node_modules/@tesseract.js-data/chi_sim/4.0.0_best_int', import.meta.url).pathname,
  cacheMethod: 'none',
})
const texts = []
// The first picture also warms the engine up; it is not counted.
await worker.recognize(readFileSync(files[0]))
const started = performance.now()
for (const file of files) {
  const { data } = await worker.recognize(readFileSync(file))
  texts.push(data.text)
}
const seconds = (performance.now() - started) / 1000 / files.length
await worker.terminate()
console.log(JSON.stringify({ seconds, peakMb: process.resourceUsage().maxRSS / 1024, texts }))
