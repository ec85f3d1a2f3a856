import { readAtMost } from '../../cloudfunctions/lib/pictures/readAtMost'

/** Parts of 1,000 bytes, each numbered; how many were asked for is counted. */
function endless() {
  const asked = { parts: 0 }
  async function* parts() {
    for (;;) {
      asked.parts += 1
      yield Buffer.alloc(1000, asked.parts)
    }
  }
  return { asked, stream: parts() }
}

test('a stream without an end is left just past the cap', async () => {
  const { asked, stream } = endless()
  const bytes = await readAtMost(stream, 2500)
  expect(bytes).toHaveLength(2501)
  expect(bytes[2500]).toBe(3)
  expect(asked.parts).toBe(3)
})

test('what fits comes whole', async () => {
  const parts = async function* () {
    yield Buffer.from('ab')
    yield Buffer.from('c')
  }
  expect((await readAtMost(parts(), 3)).toString()).toBe('abc')
  expect(await readAtMost(parts(), 2)).toHaveLength(3)
})
