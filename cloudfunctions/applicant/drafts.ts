import type { Draft } from '@shared/contract/application'
import type { Instant } from '@shared/time/localDate'
import { db } from '../lib/cloud'
import type { Call, Handlers } from '../lib/handle'
import { goneAmong } from '../lib/pictures/pictures'
import { read } from '../lib/store/stored'

type Applicant = Handlers<'applicant'>

const picturesOf = ({ identity, property }: Draft): string[] => [
  ...(identity?.pictures ?? []),
  ...(property?.pictures ?? []),
]

/** The draft, and which of its photographs did not wait as long as it did. */
export async function readDraft({
  openid,
  now,
}: Call): Promise<{ draft: Draft; savedAt: Instant; gone: string[] } | null> {
  const saved = await read('drafts', openid)
  if (!saved) return null
  const { draft, savedAt } = saved
  return { draft, savedAt, gone: await goneAmong(picturesOf(draft), openid, now) }
}

export const saveDraft: Applicant['saveDraft'] = async ({ draft }, { openid, now }) => {
  const [gone] = await Promise.all([
    goneAmong(picturesOf(draft), openid, now),
    db.collection('drafts').doc(openid).set({ draft, savedAt: now }),
  ])
  return { savedAt: now, gone }
}

export const discardDraft: Applicant['discardDraft'] = async (_input, { openid }) => {
  await db.collection('drafts').doc(openid).remove()
  return {}
}
