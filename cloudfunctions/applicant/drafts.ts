import type { Draft } from '@shared/contract/application'
import { db, read } from '../lib/cloud'
import type { Handlers } from '../lib/handle'

type Applicant = Handlers<'applicant'>

/** drafts/{openid}: one half-filled application a person; the newest save wins. */
interface DraftDocument {
  _id: string
  draft: Draft
  savedAt: number
}

export async function readDraft(openid: string): Promise<{ draft: Draft; savedAt: number } | null> {
  const saved = await read<DraftDocument>('drafts', openid)
  return saved && { draft: saved.draft, savedAt: saved.savedAt }
}

export const saveDraft: Applicant['saveDraft'] = async ({ draft }, { openid, now }) => {
  await db.collection('drafts').doc(openid).set({ draft, savedAt: now })
  return { savedAt: now }
}

export const discardDraft: Applicant['discardDraft'] = async (_input, { openid }) => {
  await db.collection('drafts').doc(openid).remove()
  return {}
}
