import type { CollectionSpec } from '../../local/state/open'

const ascending = (field: string) => ({ field, direction: 1 })
const descending = (field: string) => ({ field, direction: -1 })

/** What the suite needs to exist. A real environment must be given the same collections and indexes before it is tested. */
export const COLLECTIONS: CollectionSpec[] = [
  { name: 'conformance_plain' },
  {
    name: 'conformance_indexed',
    indexes: [
      { name: 'by_group_due', keys: [ascending('group'), descending('due')] },
      { name: 'by_due', keys: [ascending('due')] },
      { name: 'by_tags', keys: [ascending('tags')] },
      { name: 'by_name', keys: [ascending('name.family'), ascending('name.given')] },
    ],
  },
  { name: 'conformance_unique', indexes: [{ name: 'by_number', keys: [ascending('number')], unique: true }] },
]
