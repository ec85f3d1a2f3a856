import { type PlatformCode, PlatformError } from '../errors'
import type { Invoker } from '../invoke/createInvoker'
import { type FailureKind, InvocationError } from '../invoke/FunctionPool'
import type { Operation } from '../server/admin'

/** https://docs.cloudbase.net/error-code/basic */
const CODES: Record<FailureKind, PlatformCode> = {
  notFound: 'FUNCTION_NOT_FOUND',
  failed: 'FUNCTIONS_EXECUTE_FAIL',
  timeLimit: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
  memoryLimit: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
}

/** `functions.invokeFunction`: one function calls another. The callee has no caller identity: nothing of the first call's is passed on. */
export const functionOperations = (invoker: Invoker): Record<string, Operation> => ({
  'functions.invokeFunction': async ({ function_name, request_data }) => {
    try {
      const event = request_data ? JSON.parse(String(request_data)) : {}
      return { data: { response_data: await invoker.invoke(String(function_name), event, { source: 'function' }) } }
    } catch (error) {
      if (error instanceof InvocationError) throw new PlatformError(CODES[error.kind], error.message)
      if (error instanceof SyntaxError) throw new PlatformError('INVALID_PARAM', 'request_data is not JSON')
      throw error
    }
  },
})
