import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { permissions } from '@shared/flow/permissions'
import { pageText } from '../../tools/flowPage/pageText'

const page = readFileSync(resolve(__dirname, '../../shared/flow/README.md'), 'utf8')

test('the page is what permissions.ts says (npm run flow:page)', () => {
  expect(page).toBe(pageText())
})

test('every cell of the table is one of permissions.ts, and none is left out', () => {
  const roles: Record<string, string> = {
    用: 'applicant',
    经: 'manager',
    签: 'reviewer',
    管: 'supervisor',
    系: 'system',
  }
  const stages = Object.keys(permissions) as (keyof typeof permissions)[]
  const read: Record<string, Record<string, string[]>> = Object.fromEntries(stages.map((stage) => [stage, {}]))
  for (const line of page.split('\n')) {
    const [, action, cells] = /^\| \S+ `(\w+)` \|(.*)\|$/.exec(line) ?? []
    if (!action) continue
    for (const [index, cell] of cells.split('|').entries())
      if (cell.trim() !== '') read[stages[index]][action] = [...cell.trim()].map((letter) => roles[letter])
  }
  expect(read).toEqual(permissions)
})
