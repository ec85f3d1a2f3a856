import type { Draft } from '@shared/contract/application'
import { db } from '../lib/cloud'
import type { Handlers } from '../lib/handle'
import { read } from '../lib/store/stored'

type Applicant = Handlers<'applicant'>

export async function readDraft(openid: string): Promise<{ draft: Draft; savedAt: number } | null> {
  const saved = await read('drafts', openid)
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
