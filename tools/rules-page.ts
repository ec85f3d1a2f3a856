import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pageText } from './rulesPage/pageText'

/** `npm run rules:page`: writes the page on which an official checks every figure (shared/rules/README.md). */
writeFileSync(resolve(__dirname, '../shared/rules/README.md'), pageText())
