import { deployment } from '@shared/flow/deployment'
import { LIUZHOU_DISTRICTS } from '@shared/places/liuzhouDistricts'
import { materialsFor } from '@shared/rules/materials'
import { publicAnswers } from '@shared/rules/publicAnswers'
import { publicRules, sourceText } from '@shared/rules/publicRules'
import { ruleSetOn } from '@shared/rules/ruleSets'
import { beijingDay } from '@shared/time/localDate'
import { type Handlers, serve } from '../lib/handle'
import { checkReceipt } from './checkReceipt'
import { guideOf } from './guide'
import { preview } from './preview'

type Public = Handlers<'public'>

const guide: Public['guide'] = async (_input, { now }) => {
  const ruleSet = ruleSetOn(beijingDay(now), deployment.place)
  return guideOf(publicRules(ruleSet), publicAnswers(ruleSet))
}

const materials: Public['materials'] = async (question, { now }) => ({
  document: ruleSetOn(beijingDay(now), deployment.place).title,
  groups: materialsFor(question).map(({ title, oneOf, askedAt, source }) => ({
    title,
    oneOf: oneOf.map((paper) => ({ title: paper.title, condition: paper.condition ?? '' })),
    askedAt,
    source: sourceText(source),
  })),
})

const districts: Public['districts'] = async () => ({ districts: LIUZHOU_DISTRICTS.map(({ name }) => name) })

export const main = serve('public', { guide, preview, materials, districts, checkReceipt })
