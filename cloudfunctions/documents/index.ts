import { serve } from '../lib/handle'
import { casePicture } from './casePicture'
import { confirmPdf } from './confirmPdf'
import { signedForm } from './signedForm'

export const main = serve('documents', { casePicture, confirmUpload: confirmPdf, signedForm })
