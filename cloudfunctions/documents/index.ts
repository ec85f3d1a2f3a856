import { serve } from '../lib/handle'
import { caseDocument } from './caseDocument'
import { casePicture } from './casePicture'
import { confirmPdf } from './confirmPdf'
import { signedForm } from './signedForm'

export const main = serve('documents', { casePicture, confirmUpload: confirmPdf, signedForm, caseDocument })
