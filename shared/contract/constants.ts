/** Constants of the wire that pages need at run time; kept free of zod, which must not get into the mini-program. */

/** Version of the personal-information notice (个人信息告知书) a person agrees to before the camera opens. */
export const CONSENT_NOTICE_VERSION = '2026-12'

/** Largest picture taken in, in bytes. WeChat's text reader refuses images of 2 MB and more. */
export const MAX_PICTURE_BYTES = 2_000_000

/** Largest PDF taken in, in bytes: six pages scanned in colour at 300 dpi are 4 to 8 MB. Only its drawn pages are kept. */
export const MAX_PDF_BYTES = 10_000_000

/** Most pictures of one paper, and so most pages of a PDF. */
export const MAX_PICTURES_OF_PAPER = 6
