import { MAX_PDF_BYTES } from '@shared/contract/constants'
import type { Handlers } from '../lib/handle'
import { confirmUpload } from '../lib/pictures/confirmUpload'
import { urlOf } from '../lib/pictures/pictures'
import { takePdf } from './pdf/takePdf'

/** A paper people have as a PDF: its pages are kept as pictures, the file is not. */
export const confirmPdf: Handlers<'documents'>['confirmUpload'] = async ({ picture }, { openid, now }) => {
  const pages = await confirmUpload(picture, openid, { mostBytes: MAX_PDF_BYTES, take: takePdf })
  const shown = pages.map(async (page) => {
    const { url } = await urlOf(page, now)
    return { picture: page._id, width: page.width, height: page.height, url }
  })
  return { pictures: await Promise.all(shown) }
}
