import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pageText } from './flowPage/pageText'

/** `npm run flow:page`: writes the page on how the flow of a case works (shared/flow/README.md). */
writeFileSync(resolve(__dirname, '../shared/flow/README.md'), pageText())
