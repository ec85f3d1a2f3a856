/**
 * What runs inside one function instance: loads the bundle and answers one call at a time, like SCF's own Node bootstrap.
 * Plain JavaScript, because the process starts it directly, without a compiler.
 *
 * Simulated here: the clock. Each call brings the host's offset in milliseconds, and `Date` follows it; function code has no branch for it.
 */
const [bundle, handler] = process.argv.slice(2)
process.argv.splice(1)

const RealDate = Date
let offsetMs = 0
const now = () => RealDate.now() + offsetMs
const HostDate = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length ? args : [now()], newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
})
RealDate.prototype.constructor = HostDate
globalThis.Date = HostDate

const environmentAtRest = { ...process.env }

/** Nothing of one call's identity, and nothing a function wrote into its environment, may reach the next call. */
function restoreEnvironment() {
  for (const key of Object.keys(process.env)) if (!(key in environmentAtRest)) delete process.env[key]
  Object.assign(process.env, environmentAtRest)
}

process.on('message', async ({ event, context, environment, clockOffsetMs }) => {
  offsetMs = clockOffsetMs
  if (!context) return // only the clock moved
  Object.assign(process.env, environment)
  let answer
  try {
    if (loadError) throw loadError
    if (typeof main !== 'function') throw new Error(`handler not found: ${handler}`)
    const value = await main(event, { ...context, callbackWaitsForEmptyEventLoop: true })
    answer = { value: JSON.stringify(value === undefined ? null : value) }
  } catch (error) {
    const { name = 'Error', message = String(error), stack = '' } = error ?? {}
    answer = { error: { name, message, stack } }
  }
  restoreEnvironment()
  process.send(answer)
})

let main
let loadError
try {
  main = require(bundle)[handler.split('.').pop()]
} catch (error) {
  loadError = error // the first call answers it
}
process.send({ loaded: true })

process.on('unhandledRejection', (reason) => {
  console.error('unhandled rejection:', reason)
  process.exit(1)
})
// The host died: an instance never outlives it.
process.on('disconnect', () => process.exit())
