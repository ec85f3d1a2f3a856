import { serve } from '../lib/handle'
import { caseDocument } from './caseDocument'
import { casePicture } from './casePicture'
import { signedForm } from './signedForm'

export const main = serve('documents', { casePicture, signedForm, caseDocument })
