/** The platform's error codes this host answers with. Errors travel as HTTP 200 `{code, message, requestId}`. */
export type PlatformCode =
  | 'INVALID_PARAM'
  | 'SIGN_PARAM_INVALID'
  | 'SYS_ERR'
  | 'DATABASE_REQUEST_FAILED'
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'DATABASE_TRANSACTION_CONFLICT'
  | 'DATABASE_TRANSACTION_FAIL'
  | 'FUNCTIONS_EXECUTE_FAIL'
  | 'FUNCTION_NOT_FOUND'
  | 'FUNCTIONS_TIME_LIMIT_EXCEEDED'
  | 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED'
  | 'STORAGE_REQUEST_FAIL'
  | 'STORAGE_FILE_NONEXIST'

/** A refusal the SDK's caller sees; anything else thrown inside the host is a defect and answers SYS_ERR. */
export class PlatformError extends Error {
  constructor(
    readonly code: PlatformCode,
    message: string,
  ) {
    super(message)
    this.name = 'PlatformError'
  }
}

/** The data folder cannot be used. `message` is one line for the operator; the host prints it and exits non-zero. */
export class DataFolderError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'DataFolderError'
  }
}

/** What a thrown value says, whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
