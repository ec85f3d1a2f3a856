import { draft } from '@shared/contract/application'
import { promisedDay } from '@shared/contract/case'
import { picturePurpose } from '@shared/contract/pictures'
import { proposal } from '@shared/contract/proposals'
import { instant, staffRole, status, taskKind } from '@shared/contract/vocabulary'
import { recordedEvent } from '@shared/flow/events'
import { stateSchema } from '@shared/flow/stateSchema'
import { warningLevels } from '@shared/rules/warnings'
import { localDate } from '@shared/time/localDate'
import * as z from 'zod'
import type { CollectionName } from '../cloud'

/** An instant after every other: keeps "never" inside an index. */
export const NEVER = Date.UTC(9999, 0, 1)

const id = { _id: z.string() }
const day = z.iso.date().transform(localDate)
const words = z.array(
  z.object({ number: z.int(), from: z.enum(['applicant', 'supervisor']), text: z.string().default('') }),
)
const pair = z.tuple([z.string(), z.string()])
/** One signing of 用电申请书: everything the document is drawn from. */
const signedForm = () =>
  z.object({
    signedAt: instant,
    rows: z.array(pair),
    /** What the signature stands under, a paragraph each. */
    statements: z.array(z.string()),
    consentNotice: z.string(),
    /** The signature's picture and the SHA-256 of its bytes. */
    signature: z.string(),
    signatureSha256: z.string(),
    /** SHA-256 of all of the above; the ledger holds it too. */
    digest: z.string(),
  })
/** What a push says; turned into a WeChat template when it is sent. */
const message = () =>
  z.discriminatedUnion('template', [
    z.object({
      template: z.literal('progress'),
      ...{ what: z.string(), state: z.string(), dueDay: z.string(), tip: z.string() },
    }),
    z.object({
      template: z.literal('task'),
      ...{ what: z.string(), district: z.string(), dueDay: z.string(), tip: z.string() },
    }),
  ])

/**
 * Every stored document, once: its type is read off here, and every read parses with it. A field that came with a later release
 * has a default, so that what an earlier one wrote is read as it was meant. Each is made when its collection is first read.
 */
export const schemas = {
  /** applications/{id}: the checked cache of a case's ledger, written whole by every command. */
  applications: () =>
    z.object({
      ...id,
      version: z.int(),
      /** The version of the fold that made `state`; of another, it is folded anew from the ledger. */
      fold: z.int(),
      state: stateSchema(),
      /** The applicant's openid; '' where staff wrote it down for somebody who came. */
      owner: z.string(),
      /** The member of staff who wrote it down for somebody who came, and whom that person comes back to; '' online. */
      enteredBy: z.string(),
      /** Shown on lists; erasable, so outside the state. */
      address: z.string(),
      /** By which cases at one address find each other; '' where that is not known. Erased with the address. */
      addressDigest: z.string().default(''),
      /** Number and hash of the last event. */
      seq: z.int(),
      hash: z.string(),
      /** When something was last recorded: nothing after it is recorded earlier. */
      recordedAt: instant,
      /** Copies for the indexes. */
      status,
      open: z.boolean(),
      /** Open, with a 用时异常 nobody has marked as over. */
      troubled: z.boolean(),
      managerId: z.string().nullable(),
      district: z.string(),
      submittedAt: instant,
      /** Close of the promised day; far future before acceptance, so that unpromised cases sort last. */
      dueAt: instant,
      /** What was last said to people, and under which calendar: a newly known one is held against it. */
      told: z.object({ dueDay: z.string(), provisional: z.boolean() }).nullable(),
      calendarVersion: z.string(),
      /** Ids of the tasks the case owes. */
      tasks: z.array(z.string()),
      /** Pictures it holds; none once it was taken back. */
      pictures: z.array(z.string()),
      /** Staff asked for their opinion, for as long as the record stands: the case is within their reach. */
      reviewers: z.array(z.string()),
    }),
  /** checkpoints/{day}: the tree's signed head at a day's close. Create-only. */
  checkpoints: () =>
    z.object({
      _id: day,
      size: z.int(),
      /** The signed note (C2SP), as witnesses keep it. */
      note: z.string(),
      closedAt: instant,
    }),
  /** commands/{actor}:{commandId}: what was asked, by its hash, and that it was done. */
  commands: () => z.object({ ...id, requestHash: z.string(), caseId: z.string(), version: z.int(), at: instant }),
  /** copies/{id}: a file made to be looked at once. */
  copies: () => z.object({ ...id, fileId: z.string(), removeAt: instant }),
  /** drafts/{openid}: one half-filled application a person; the newest save wins. */
  drafts: () => z.object({ ...id, draft, savedAt: instant }),
  /** events/{caseId}:{seq}, create-only. */
  events: () => recordedEvent.extend(id),
  /** invitations/{hash of the token}: the token itself is stored nowhere. */
  invitations: () =>
    z.object({
      ...id,
      staffId: z.string(),
      expiresAt: instant,
      /** '' until used. */
      usedBy: z.string().default(''),
    }),
  /** migrations/{name}: how far a migration has come. */
  migrations: () => z.object({ ...id, after: z.string(), done: z.boolean() }),
  /** outbox/{caseId}:{seq}:{recipient}: a push owed. */
  outbox: () =>
    z.object({
      ...id,
      caseId: z.string(),
      to: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('applicant'), openid: z.string() }),
        z.object({ kind: z.literal('staff'), staffId: z.string() }),
      ]),
      message: message(),
      status: z.enum(['owed', 'sent', 'given-up']),
      /** When it is to be tried next; a lease pushes it forward. */
      nextAt: instant,
      attempts: z.int().default(0),
      /** WeChat's errcode of the last attempt; 0 sent, null not tried. */
      errcode: z.int().nullable().default(null),
    }),
  /** persons/{id}: personal data, erasable while the ledger stands. */
  persons: () =>
    z.object({
      ...id,
      owner: z.string(),
      createdAt: instant.default(0),
      name: z.string(),
      identityKind: z.string(),
      identityNumber: z.string(),
      phone: z.string(),
      contactName: z.string(),
      address: z.string(),
      location: z.object({ latitude: z.number(), longitude: z.number() }).nullable().default(null),
      /** Every form signed, oldest first. */
      forms: z.array(signedForm()).default([]),
      /** What was said about complaints. */
      words: words.default([]),
    }),
  /** pictures/{id}: one uploaded picture. */
  pictures: () =>
    z.object({
      ...id,
      owner: z.string(),
      purpose: picturePurpose,
      /** Where the bytes are: an incoming path until confirmed, a fresh random one after. */
      fileId: z.string(),
      /** The name, under papers/, of the copy made when it is confirmed. */
      copyName: z.string(),
      /**
       * Of a PDF's upload only: the picture each further page becomes, under an id and copy's name of its own. All there may be
       * until confirmed, then all there are.
       */
      furtherPages: z.array(z.object({ picture: z.string(), copyName: z.string() })).optional(),
      confirmed: z.boolean(),
      /** Of the copy's bytes; '' until confirmed. */
      sha256: z.string(),
      width: z.number(),
      height: z.number(),
      /** Removed after this instant unless a case holds it (then far future). */
      expiresAt: instant,
    }),
  /** pictureViews/{id}: who looked at which picture of a case. */
  pictureViews: () => z.object({ ...id, picture: z.string(), caseId: z.string(), staffId: z.string(), at: instant }),
  /** points/{id}: 接入点. Its identity stays, whatever lines and poles are called later. */
  points: () =>
    z.object({
      ...id,
      district: z.string(),
      /** Newest last. */
      names: z.array(z.object({ from: z.string(), line: z.string(), pole: z.string() })).min(1),
    }),
  /** proposals/{id}: what a former account manager had not sent, for the present one to take over or let go. */
  proposals: () =>
    z.object({
      ...id,
      caseId: z.string(),
      staffId: z.string(),
      /** Whose the pictures are it names. */
      openid: z.string(),
      at: instant,
      /** Nobody having decided on it, the sweep removes it then. */
      removeAt: instant,
      proposal,
    }),
  /** readings/{openid}: what one person had read on the last day they did. */
  readings: () =>
    z.object({
      ...id,
      day,
      counted: z.int(),
      /** Each picture by the SHA-256 of its bytes: the same file sent again is the same picture. */
      pictures: z.array(z.object({ sha256: z.string(), times: z.int() })),
    }),
  /** recordTiles/{level}:{number}. */
  recordTiles: () =>
    z.object({
      ...id,
      level: z.int(),
      /** 32 bytes each, one after the other, in base64. */
      hashes: z.string(),
      /** On the lowest level: the events, in order, and when the first was recorded. */
      events: z.array(z.string()),
      firstAt: instant,
    }),
  /** recordTree/head: how far the record's tree reaches. */
  recordTree: () =>
    z.object({
      ...id,
      /** Leaves, one an event. */
      size: z.int(),
      /** The last event in it; null while there is none. */
      last: z.object({ at: instant, caseId: z.string(), seq: z.int() }).nullable(),
      /** The last day that was closed; '' before the first. */
      day: z.union([z.literal(''), day]),
    }),
  /** staff/{id} */
  staff: () =>
    z.object({
      ...id,
      name: z.string(),
      phone: z.string().default(''),
      role: staffRole,
      /** 部门, as it signs. */
      department: z.string().default(''),
      districts: z.array(z.string()).default([]),
      active: z.boolean().default(true),
      /** 假期代班: who does this person's work until the end of a day; '' nobody. */
      cover: z.object({ staffId: z.string(), until: z.string() }).default({ staffId: '', until: '' }),
      /** '' until bound by an invitation. */
      openid: z.string().default(''),
    }),
  /** tasks/{caseId}.{task key}: one thing a case owes somebody. */
  tasks: () =>
    z.object({
      ...id,
      caseId: z.string(),
      kind: taskKind,
      /** Which of several of its kind. */
      of: z.string().default(''),
      /** When the work came to the assignee. */
      since: instant,
      caseTitle: z.string(),
      district: z.string(),
      address: z.string(),
      dueDay: z.string(),
      dueAt: instant,
      provisional: z.boolean().default(false),
      promised: promisedDay.nullable().default(null),
      stepsLeft: z.int().positive(),
      pressing: z.enum(['complained', 'urged']).nullable().default(null),
      /** A staff id, or a district's supervisors. */
      assignee: z.string(),
      /** 预警 still to come, in order. */
      warnings: z.array(z.object({ level: z.enum(warningLevels), at: instant })).default([]),
      /** When the supervisors hear that nobody has opened it; far future once somebody has, or they have heard. */
      unreadAt: instant.default(NEVER),
      /** When the day the case is held to is missed; far future on all but the step that carries it on. */
      missAt: instant.default(NEVER),
      /** When the sweep looks at it next: the first of these; far future once everything has been said. */
      attentionAt: instant,
    }),
} satisfies Record<CollectionName, () => z.ZodType<{ _id: string }>>
