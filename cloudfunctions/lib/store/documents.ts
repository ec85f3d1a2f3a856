import type * as z from 'zod'
import type { CollectionName } from '../cloud'
import type { schemas } from './schemas'

/** The documents of a collection, as its schema says. */
export type DocumentOf<C extends CollectionName> = z.output<ReturnType<(typeof schemas)[C]>>

export type Head = DocumentOf<'applications'>
export type CheckpointDocument = DocumentOf<'checkpoints'>
export type CommandDocument = DocumentOf<'commands'>
export type EventDocument = DocumentOf<'events'>
export type OutboxDocument = DocumentOf<'outbox'>
export type Message = OutboxDocument['message']
export type PersonDocument = DocumentOf<'persons'>
export type SignedForm = PersonDocument['forms'][number]
export type PictureDocument = DocumentOf<'pictures'>
export type PointDocument = DocumentOf<'points'>
export type ProposalDocument = DocumentOf<'proposals'>
export type StaffDocument = DocumentOf<'staff'>
export type TileDocument = DocumentOf<'recordTiles'>
export type TreeDocument = DocumentOf<'recordTree'>
export type TaskDocument = DocumentOf<'tasks'>

/** What is left of a person's record once it was erased. */
export const ERASED_PERSON = {
  name: '',
  identityKind: '',
  identityNumber: '',
  phone: '',
  contactName: '',
  address: '',
  location: null,
  forms: [],
  words: [],
} satisfies Omit<PersonDocument, '_id' | 'owner' | 'createdAt'>
