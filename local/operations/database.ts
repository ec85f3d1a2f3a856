import type { Operation } from '../server/admin'
import type { State } from '../state/open'

/** Every `database.*` action of the SDK's wire, over one open state. */
export const databaseOperations = (_state: State): Record<string, Operation> => ({})
