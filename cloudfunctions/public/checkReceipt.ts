import { db } from '../lib/cloud'
import type { Handlers } from '../lib/handle'
import { inclusionProof, TILE } from '../lib/record/merkleTree'
import { indexOf, tileReader } from '../lib/record/treeStore'
import { read, sound } from '../lib/store/stored'

/**
 * 查验: whether the event a receipt names is in the record, and the proof that it is under a signed checkpoint. Of the case nothing is
 * said; a receipt that was altered is told like none.
 */
export const checkReceipt: Handlers<'public'>['checkReceipt'] = async ({ receipt }) => {
  const [caseId, seq, start] = receipt.split('-')
  const event = await read('events', `${caseId}:${seq}`)
  if (!event?.hash.startsWith(start)) return { recorded: false, anchored: null }
  const index = await indexOf(event, TILE)
  const { data } = await db.collection('checkpoints').orderBy('_id', 'desc').limit(1).get()
  const [newest] = sound('checkpoints', data)
  if (index === null || !newest) return { recorded: true, anchored: null }
  const proof = await inclusionProof(tileReader(), index, newest.size)
  return {
    recorded: true,
    anchored: {
      event: event.hash,
      day: newest._id,
      index,
      note: newest.note,
      proof: proof.map((hash) => hash.toString('base64')),
    },
  }
}
