import { db } from '../lib/cloud'
import { sha256 } from '../lib/digest'
import { digestOf } from '../lib/forms'
import type { Handlers } from '../lib/handle'
import { shareCopy } from '../lib/pictures/copies'
import { download } from '../lib/pictures/pictures'
import { refuse } from '../lib/refusal'
import { personOf } from '../lib/store/cases'
import type { SignedForm } from '../lib/store/documents'
import { historyOf } from '../lib/store/history'
import { read } from '../lib/store/stored'
import { caseFor } from './caseFor'
import { renderForm } from './renderForm'

/** 用电申请书 as a PDF. The same signing always gives the same bytes; one that no longer is what was signed is not shown. */
export const signedForm: Handlers<'documents'>['signedForm'] = async ({ id, number }, { openid, now }) => {
  const { head, staffId, staff } = await caseFor(id, openid, now)
  // The form holds the person's number; an opinion on a scheme does not need it.
  if (staff?.role === 'reviewer') refuse('NOT_FOUND')
  const [person, history] = await Promise.all([personOf(head), historyOf(id)])
  const form = number === undefined ? person.forms.at(-1) : person.forms[number - 1]
  if (!form) refuse('NOT_FOUND')
  const { fileId, bytes: signature } = await signatureOf(form)
  const recorded = history.some(({ event }) => 'formDigest' in event && event.formDigest === form.digest)
  if (!recorded || digestOf(form) !== form.digest || sha256(signature) !== form.signatureSha256) refuse('FORM_ALTERED')
  if (staffId) await db.collection('pictureViews').add({ picture: form.signature, caseId: id, staffId, at: now })
  const pdf = await renderForm(form, signature, id)
  return { ...(await shareCopy(pdf, 'pdf', fileId, now)), signedAt: form.signedAt, digest: form.digest }
}

async function signatureOf({ signature }: SignedForm): Promise<{ fileId: string; bytes: Buffer }> {
  const picture = await read('pictures', signature)
  const bytes = picture && (await download(picture.fileId))
  if (!bytes) refuse('PICTURE_MISSING')
  return { fileId: picture.fileId, bytes }
}
