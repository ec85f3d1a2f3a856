import { LIUZHOU_DISTRICTS } from '@shared/certificates/liuzhouDistricts'
import { deployment } from '@shared/flow/deployment'
import { publicRules } from '@shared/rules/publicRules'
import { ruleSetOn } from '@shared/rules/ruleSets'
import { beijingDay } from '@shared/time/localDate'
import { type Handlers, serve } from '../lib/handle'
import { guideOf } from './guide'
import { preview } from './preview'

type Public = Handlers<'public'>

const guide: Public['guide'] = async (_input, { now }) =>
  guideOf(publicRules(ruleSetOn(beijingDay(now), deployment.place)))

const districts: Public['districts'] = async () => ({ districts: LIUZHOU_DISTRICTS.map(({ name }) => name) })

export const main = serve('public', { guide, preview, districts })
