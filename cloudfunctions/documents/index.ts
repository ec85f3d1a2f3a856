import { serve } from '../lib/handle'
import { signedForm } from './signedForm'

export const main = serve('documents', { signedForm })
