/** Constants of the wire that pages need at run time; kept free of zod, which must not get into the mini-program. */

/** Version of the personal-information notice (个人信息告知书) a person agrees to before the camera opens. */
export const CONSENT_NOTICE_VERSION = '2026-12'

/** Largest picture taken in, in bytes. WeChat's text reader refuses images of 2 MB and more. */
export const MAX_PICTURE_BYTES = 2_000_000
