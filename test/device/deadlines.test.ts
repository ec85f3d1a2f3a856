import { deadlines } from '@shared/deadlines'
import cloudbase from '../../cloudbaserc.json'

const limitOf = (name: string) => cloudbase.functions.find((one) => one.name === name)!.timeout * 1000

test('a device waits longer than the function it asks, and that longer than whom it asks', () => {
  for (const name of ['applicant', 'documents']) {
    expect(deadlines.slow.device).toBeGreaterThan(limitOf(name))
    expect(limitOf(name)).toBeGreaterThan(deadlines.slow.provider)
  }
  for (const name of ['staff', 'public']) {
    expect(deadlines.usual.device).toBeGreaterThan(limitOf(name))
    expect(limitOf(name)).toBeGreaterThan(deadlines.usual.provider)
  }
})
