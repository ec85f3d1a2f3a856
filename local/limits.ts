/** Every limit the host enforces, with where the platform states it. Durations in milliseconds, sizes in bytes. */

/** Rows returned when a query names no limit. https://docs.cloudbase.net/database/fetch */
export const QUERY_LIMIT_DEFAULT = 100

/** Most rows one query returns. https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/database/collection/Collection.limit.html */
export const QUERY_LIMIT_MAX = 1000

/** Life of a transaction from its start. https://docs.cloudbase.net/en/error-code/DATABASE_TRANSACTION_FAIL */
export const TRANSACTION_LIFE_MS = 30_000

/** Largest document; MongoDB's own limit. https://www.mongodb.com/docs/manual/reference/limits/ */
export const DOCUMENT_BYTES_MAX = 16 * 1024 * 1024

/** How far a signature may be from the host's clock; the SDK itself declares 600 seconds of validity (X-Signature-Expires). */
export const SIGNATURE_SKEW_MS = 15 * 60_000

/** Longest collection name. https://docs.cloudbase.net/database/limit */
export const COLLECTION_NAME_MAX = 64

/** Fields one index may span; MongoDB's own limit. https://www.mongodb.com/docs/manual/reference/limits/ */
export const INDEX_FIELDS_MAX = 32

/** Largest uploaded file. A named choice of this host: a photo of a phone stays far below. */
export const UPLOAD_BYTES_MAX = 20 * 1024 * 1024

/** Life of an upload permission. */
export const UPLOAD_URL_SECONDS = 15 * 60

/** Life of a download URL when the caller names none, and the longest one. https://docs.cloudbase.net/storage/sdk */
export const DOWNLOAD_URL_SECONDS = 2 * 60 * 60
export const DOWNLOAD_URL_SECONDS_MAX = 24 * 60 * 60

/** Longest object key, in bytes of UTF-8. https://cloud.tencent.com/document/product/436/13324 */
export const OBJECT_KEY_BYTES_MAX = 850

/** Files one storage call may name. https://docs.cloudbase.net/storage/sdk */
export const FILES_PER_CALL_MAX = 50

/** Event and return value of a function. https://cloud.tencent.com/document/product/583/11637 */
export const FUNCTION_PAYLOAD_BYTES_MAX = 6 * 1024 * 1024

/** Image of one WeChat OCR call. https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/img-ocr/ocr/printedTextOCR.html */
export const OCR_IMAGE_BYTES_MAX = 2 * 1024 * 1024
