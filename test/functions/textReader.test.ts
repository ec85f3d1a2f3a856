import { once } from 'node:events'
import { createServer } from 'node:net'
import type { CertificateReading } from '@shared/contract/pictures'
import { Driver } from '../support/driver'

/** Which text reader the function asks is a setting; the function is the same, and says of each value how far it can be relied on. */

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

async function readCard(driver: Driver): Promise<CertificateReading> {
  const resident = await driver.as('resident')
  const picture = await resident.upload('id-wei.jpg', 'identity')
  return resident.call('applicant', 'readCertificate', { picture })
}

const doubtfulIn = ({ fields }: CertificateReading) =>
  Object.fromEntries(Object.entries(fields).map(([key, { doubtful }]) => [key, doubtful]))

test("by default it is WeChat's reader: no confidence anywhere, and what no check proves is to be confirmed", async () => {
  const driver = await Driver.start()
  try {
    const reading = await readCard(driver)
    expect(reading.fields.name).toMatchObject({ value: '韦小红', doubtful: true, untold: true })
    expect(JSON.stringify(reading)).not.toContain('confidence')
    expect(doubtfulIn(reading)).toEqual({
      name: true,
      address: true,
      ethnicity: true,
      idNumber: false,
      sex: false,
      birth: false,
    })
  } finally {
    await driver.stop()
  }
})

test('set to a reader of one’s own, the engine tells how sure it is', async () => {
  const port = await freePort()
  const driver = await Driver.start({}, undefined, {
    port,
    settings: { TEXT_READER: `http://127.0.0.1:${port}/local/text-reader` },
  })
  try {
    const reading = await readCard(driver)
    expect(reading.fields.name).toMatchObject({ value: '韦小红', doubtful: false, confidence: expect.any(Number) })
    expect(reading.fields.idNumber).toMatchObject({ value: '450202198803120326', doubtful: false, proven: true })
  } finally {
    await driver.stop()
  }
})

test('a reader of one’s own that is not there: busy, and the way on stays open', async () => {
  const driver = await Driver.start({}, undefined, {
    settings: { TEXT_READER: `http://127.0.0.1:${await freePort()}/` },
  })
  try {
    const resident = await driver.as('resident')
    const picture = await resident.upload('id-wei.jpg', 'identity')
    expect(await resident.codeOf('applicant', 'readCertificate', { picture })).toBe('READER_BUSY')
  } finally {
    await driver.stop()
  }
})
