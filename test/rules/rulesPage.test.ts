import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { allLimits } from '@shared/rules/limits'
import { pageText } from '../../tools/rulesPage/pageText'

test('the page an official checks is what the data says (npm run rules:page)', () => {
  const page = readFileSync(resolve(__dirname, '../../shared/rules/README.md'), 'utf8')
  expect(page).toBe(pageText())
  for (const { id } of allLimits) expect(page).toContain(`\`${id}\``)
})
