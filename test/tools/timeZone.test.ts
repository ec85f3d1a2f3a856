import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'

const PROBE = resolve(__dirname, '../rules/timeZoneProbe.ts')

test('nothing depends on the time zone of the host', () => {
  const answers = ['UTC', 'America/New_York', 'Pacific/Kiritimati', 'Asia/Shanghai', 'Australia/Lord_Howe'].map(
    (zone) => {
      const output = execFileSync(process.execPath, [require.resolve('tsx/cli'), PROBE], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      })
      return JSON.parse(output) as { offset: number; digest: string; sample: string }
    },
  )
  // The children did run in different zones, and still agree.
  expect(new Set(answers.map(({ offset }) => offset)).size).toBe(5)
  expect(new Set(answers.map(({ digest }) => digest)).size).toBe(1)
  expect(answers[0]?.sample).toBe('2019-04-10')
})
