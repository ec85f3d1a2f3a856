/** Every limit the host enforces, with where the platform states it. Durations in milliseconds, sizes in bytes. */

/** Rows returned when a query names no limit. https://docs.cloudbase.net/database/fetch */
export const QUERY_LIMIT_DEFAULT = 100

/** Most rows one query returns. https://docs.cloudbase.net/database/fetch */
export const QUERY_LIMIT_MAX = 1000

/** Life of a transaction from its start. https://docs.cloudbase.net/database/transaction */
export const TRANSACTION_LIFE_MS = 30_000

/** Largest document; MongoDB's own limit. https://www.mongodb.com/docs/manual/reference/limits/ */
export const DOCUMENT_BYTES_MAX = 16 * 1024 * 1024

/** How far a signature's timestamp may be from the host's clock. https://cloud.tencent.com/document/api/213/30654 names five minutes; the SDK sends ten. */
export const SIGNATURE_SKEW_MS = 15 * 60_000

/** Longest collection name. https://docs.cloudbase.net/database/limit */
export const COLLECTION_NAME_MAX = 64

/** Fields one index may span; MongoDB's own limit. https://www.mongodb.com/docs/manual/reference/limits/ */
export const INDEX_FIELDS_MAX = 32
