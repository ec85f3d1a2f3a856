import type { CollectionSpec } from '../../local/state/open'

const up = (field: string) => ({ field, direction: 1 })
const down = (field: string) => ({ field, direction: -1 })

/** What the suite needs to exist. A real environment must be given the same collections and indexes before it is tested. */
export const COLLECTIONS: CollectionSpec[] = [
  { name: 'conformance_plain' },
  {
    name: 'conformance_indexed',
    indexes: [
      { name: 'by_n', keys: [down('n')] },
      { name: 'by_s_n', keys: [up('s'), down('n')] },
      { name: 'by_tags', keys: [up('tags')] },
      { name: 'by_width', keys: [up('size.w'), up('s')] },
      { name: 'by_when', keys: [up('when')] },
      { name: 'by_flag_when', keys: [up('flag'), down('when')] },
      { name: 'by_p', keys: [down('list.p')] },
    ],
  },
  { name: 'conformance_unique', indexes: [{ name: 'by_number', keys: [up('number')], unique: true }] },
]
