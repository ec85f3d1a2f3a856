import { randomUUID } from 'node:crypto'
import type { Application, Correction } from '@shared/contract/application'
import { type Driver, type PersonaId, SIGNATURE } from '../../support/driver'

/**
 * Who may do what, apart from what it does: every endpoint × every kind of person, on one resident's case in 城中区, whose
 * account manager is 李强. `manager2` works other districts; `newcomer` is invited but not bound.
 */
export type Asker = 'nobody' | Exclude<PersonaId, 'manager3' | `crowd${number}`>
const ASKERS: Asker[] = [
  'nobody',
  'resident',
  'neighbour',
  'shop',
  'company',
  'manager',
  'manager2',
  'reviewer',
  'supervisor',
  'newcomer',
]

/** What the table is about, once it is there. */
export interface World {
  caseId: string
  version: number
  picture: string
  application: Application
  deed: string
  spent: string
  correction: Correction
}

/** A case of the resident’s, and one they took back. */
export async function prepareWorld(driver: Driver): Promise<World> {
  const resident = await driver.as('resident')
  const application = await resident.prepare()
  const { id, version } = await resident.call('applicant', 'submit', { commandId: randomUUID(), application })
  const deed = await resident.upload('property-wei.jpg', 'property')
  const { id: spent } = await resident.apply()
  await resident.call('applicant', 'withdraw', { commandId: randomUUID(), id: spent })
  const correction = {
    name: application.identity.name,
    contact: application.contact,
    address: application.place.address,
    signature: await resident.upload(SIGNATURE, 'signature'),
  }
  return { correction, spent, caseId: id, version, picture: application.identity.pictures[0], application, deed }
}

export type Expected = Record<Asker, string>
const everybody = (code: string): Expected => Object.fromEntries(ASKERS.map((asker) => [asker, code])) as Expected
const but = (code: string, others: Partial<Expected>): Expected => ({ ...everybody(code), ...others })
/** Signed in is enough: everybody sees their own. */
const signedIn = but('ok', { nobody: 'NOT_SIGNED_IN' })
/** The applicant's own case or picture; to anybody else it is not there. */
const own = (missing: string) => but(missing, { nobody: 'NOT_SIGNED_IN', resident: 'ok' })
const outsiders = {
  nobody: 'NOT_SIGNED_IN',
  resident: 'NOT_STAFF',
  neighbour: 'NOT_STAFF',
  shop: 'NOT_STAFF',
  company: 'NOT_STAFF',
  newcomer: 'NOT_STAFF',
}
const staffOnly = but('ok', outsiders)
/** The case's own account manager and the supervisor. */
const within = but('ok', { ...outsiders, manager2: 'NOT_FOUND', reviewer: 'NOT_FOUND' })
/** Within reach, but only the account manager's to do. `stage`: what the account manager meets at this stage. */
const managersWork = (stage: string) =>
  but(stage, { ...outsiders, manager2: 'NOT_FOUND', reviewer: 'NOT_FOUND', supervisor: 'NOT_ALLOWED' })
/** The applicant's own case, at a stage that does not allow it. */
const notNow = { ...own('NOT_FOUND'), resident: 'NOT_ALLOWED' }
/** One's own work, of one of these roles. */
const roles = (ok: string, ...others: ('manager' | 'manager2' | 'reviewer' | 'supervisor')[]) =>
  but('NOT_ALLOWED', { ...outsiders, ...Object.fromEntries(others.map((role) => [role, ok])) })

export const NOWHERE = '0'.repeat(32)
export const onCase = (world: World) => ({ id: world.caseId })
const applicantCommand = (world: World) => ({ commandId: randomUUID(), id: world.caseId })
/** Always the newest version: what the table does before may have moved the case on. */
export const command = (world: World) => ({ commandId: randomUUID(), id: world.caseId, version: world.version })

type Row = [endpoint: string, input: (world: World) => unknown, expected: Expected]
export const authorisationTable: Row[] = [
  ['public.guide', () => ({}), everybody('ok')],
  ['public.preview', () => ({ use: 'household', capacityKva: null, district: '城中区' }), everybody('ok')],
  [
    'public.materials',
    () => ({ customerClass: 'hvDual', applicantKind: 'company', change: 'new', byAgent: true, vatInvoice: true }),
    everybody('ok'),
  ],
  ['public.districts', () => ({}), everybody('ok')],
  // Whoever holds a receipt may check it; of a case nothing is said.
  ['public.checkReceipt', ({ caseId }) => ({ receipt: `${caseId}-1-${'0'.repeat(16)}` }), everybody('ok')],
  ['applicant.home', () => ({}), signedIn],
  ['applicant.cases', () => ({}), signedIn],
  ['applicant.runningAt', () => ({ district: '城中区', address: '文昌路18号' }), signedIn],
  ['applicant.case', onCase, own('NOT_FOUND')],
  ['applicant.startUpload', () => ({ purpose: 'identity', contentType: 'image/png', bytes: 70 }), signedIn],
  ['applicant.confirmUpload', (world) => ({ picture: world.picture }), own('PICTURE_MISSING')],
  // Somebody else's is passed over, and so is one a case holds.
  ['applicant.discardPictures', (world) => ({ pictures: [world.picture] }), signedIn],
  ['applicant.pictureUrl', (world) => ({ picture: world.picture }), own('PICTURE_MISSING')],
  ['applicant.saveDraft', () => ({ draft: { step: 'place' } }), signedIn],
  ['applicant.discardDraft', () => ({}), signedIn],
  ['applicant.subscriptions', () => ({}), signedIn],
  ['applicant.submit', (world) => ({ commandId: randomUUID(), application: world.application }), own('PICTURE_GONE')],
  ...['applicant.supplement', 'applicant.replacePaper'].map(
    (door): Row => [
      door,
      // A paper that is there already, so that the case stays as it is: refused for that only to its owner.
      (world) => ({
        commandId: randomUUID(),
        ...onCase(world),
        paper: { group: 'identity', kind: 'idCard', pictures: [world.picture] },
      }),
      { ...own('NOT_FOUND'), resident: 'MATERIAL_ALREADY_RECEIVED' },
    ],
  ),
  // The applicant gets only what inspectors photographed; this is a paper of theirs, which `pictureUrl` is for.
  [
    'documents.casePicture',
    (world) => ({ ...onCase(world), picture: world.picture }),
    but('NOT_FOUND', { nobody: 'NOT_SIGNED_IN', manager: 'ok', supervisor: 'ok' }),
  ],
  ['documents.confirmUpload', (world) => ({ picture: world.picture }), own('PICTURE_MISSING')],
  [
    'documents.signedForm',
    onCase,
    but('NOT_FOUND', { nobody: 'NOT_SIGNED_IN', resident: 'ok', manager: 'ok', supervisor: 'ok' }),
  ],
  [
    'documents.caseDocument',
    (world) => ({ ...onCase(world), document: 'notice' }),
    but('NOT_FOUND', { nobody: 'NOT_SIGNED_IN', resident: 'ok', manager: 'ok', supervisor: 'ok' }),
  ],
  [
    'applicant.appoint',
    (world) => ({ ...applicantCommand(world), task: 'energize', day: '2099-01-05', part: 'morning' }),
    notNow,
  ],
  ['applicant.requestInspection', (world) => ({ ...applicantCommand(world), report: null, remedies: [] }), notNow],
  ['applicant.rate', (world) => ({ ...applicantCommand(world), stars: 5 }), notNow],
  ['applicant.confirmTime', (world) => ({ ...applicantCommand(world), number: 1, right: true }), notNow],
  ['applicant.requestCopy', (world) => ({ ...applicantCommand(world), document: 'scheme' }), notNow],
  ['applicant.urge', applicantCommand, own('NOT_FOUND')],
  ['applicant.complain', (world) => ({ ...applicantCommand(world), topic: 'late', words: '' }), own('NOT_FOUND')],
  ['staff.me', () => ({}), staffOnly],
  ['staff.colleagues', onCase, { ...within, reviewer: 'NOT_ALLOWED' }],
  ['staff.covers', () => ({}), roles('ok', 'manager', 'manager2')],
  ['staff.setCover', () => ({ cover: null }), roles('ok', 'manager', 'manager2')],
  // Nobody of these had the case before: to them there is nothing to hand over.
  [
    'staff.propose',
    (world) => ({ commandId: randomUUID(), ...onCase(world), proposal: { action: 'accept', input: {} } }),
    roles('NOT_FOUND', 'manager', 'manager2'),
  ],
  [
    'staff.takeOver',
    (world) => ({ ...command(world), proposal: 'none' }),
    {
      ...within,
      manager: 'PROPOSAL_GONE',
      supervisor: 'PROPOSAL_GONE',
    },
  ],
  [
    'staff.dismissProposal',
    (world) => ({ ...onCase(world), proposal: 'none' }),
    { ...roles('ok', 'manager'), manager2: 'NOT_FOUND' },
  ],
  ['staff.points', () => ({ district: '城中区' }), roles('ok', 'manager', 'manager2', 'supervisor')],
  [
    'staff.renamePoint',
    () => ({ id: 'p-none', from: '2026-01-05', line: '10千伏城站线', pole: '1号杆' }),
    roles('POINT_UNKNOWN', 'manager', 'manager2', 'supervisor'),
  ],
  [
    'staff.enter',
    (world) => ({ commandId: randomUUID(), channel: 'counter', application: world.application }),
    roles('PICTURE_GONE', 'manager', 'manager2'),
  ],
  ['staff.markRead', (world) => ({ commandId: randomUUID(), ...onCase(world), task: 'visit' }), within],
  [
    'staff.appoint',
    (world) => ({ ...command(world), task: 'energize', day: '2099-01-05', part: 'morning' }),
    managersWork('NOT_ALLOWED'),
  ],
  [
    'staff.askReview',
    (world) => ({
      ...command(world),
      template: 'dedicatedLine',
      point: { line: '10千伏城站线', pole: '1号杆' },
      outage: false,
      reviewers: ['luohai'],
    }),
    managersWork('NOT_ALLOWED'),
  ],
  ['staff.review', (world) => ({ ...command(world), opinion: 'agree' }), managersWork('NOT_ALLOWED')],
  [
    'staff.reply',
    (world) => ({
      ...command(world),
      template: 'dualSource',
      point: { line: '10千伏城站线', pole: '1号杆' },
      outage: false,
    }),
    managersWork('NOT_ALLOWED'),
  ],
  [
    'staff.requestInspection',
    (world) => ({ ...command(world), report: null, remedies: [] }),
    managersWork('NOT_ALLOWED'),
  ],
  [
    'staff.confirmTime',
    (world) => ({ ...command(world), number: 1, right: true }),
    but('NOT_ALLOWED', { ...outsiders, manager2: 'NOT_FOUND', reviewer: 'NOT_FOUND' }),
  ],
  [
    'staff.contact',
    (world) => ({ ...command(world), obstacle: 'none', expected: null, advice: '按计划做' }),
    managersWork('NOT_ALLOWED'),
  ],
  ['staff.scheduleOutage', (world) => ({ ...command(world), day: '2099-01-05' }), managersWork('NOT_ALLOWED')],
  [
    'staff.giveNewDay',
    (world) => ({ ...command(world), day: '2099-01-05', cause: 'weather' }),
    managersWork('NOT_ALLOWED'),
  ],
  ['staff.inspect', (world) => ({ ...command(world), problems: [] }), managersWork('NOT_ALLOWED')],
  ['staff.resolveAnomaly', (world) => ({ ...command(world), number: 1 }), managersWork('NOT_FOUND')],
  [
    'staff.recordAnomaly',
    (world) => ({ ...command(world), cause: 'weather', pictures: [NOWHERE] }),
    but('PICTURE_GONE', { ...outsiders, manager2: 'NOT_FOUND', reviewer: 'NOT_FOUND' }),
  ],
  [
    'staff.reassign',
    (world) => ({ ...command(world), managerId: 'lumin', reason: '片区调整' }),
    but('COLLEAGUE_UNKNOWN', { ...outsiders, manager2: 'NOT_FOUND', reviewer: 'NOT_FOUND' }),
  ],
  [
    'staff.answerComplaint',
    (world) => ({ ...command(world), number: 1, words: '已经办好' }),
    // The supervisor has just answered, so the account manager's view is out of date before anything else is looked at.
    { ...within, manager: 'CASE_CHANGED' },
  ],
  [
    'staff.bind',
    () => ({ invitation: 'no-such-invitation-at-all' }),
    but('INVITATION_INVALID', { nobody: 'NOT_SIGNED_IN' }),
  ],
  ['staff.tasks', () => ({}), staffOnly],
  ['staff.case', onCase, within],
  ['staff.ledger', onCase, { ...within, reviewer: 'NOT_ALLOWED' }],
  ['staff.startUpload', () => ({ purpose: 'property', contentType: 'image/png', bytes: 70 }), staffOnly],
  ['staff.confirmUpload', () => ({ picture: NOWHERE }), but('PICTURE_MISSING', outsiders)],
  ['staff.subscriptions', () => ({}), staffOnly],
  ['staff.accept', command, managersWork('NOT_ALLOWED')],
  ['staff.energize', (world) => ({ ...command(world), meterNumber: '4502000012345' }), managersWork('NOT_ALLOWED')],
  ...['staff.collect', 'staff.replacePaper'].map(
    (door): Row => [
      door,
      (world) => ({
        ...command(world),
        paper: { group: 'property', kind: 'propertyCertificate', pictures: [world.deed] },
      }),
      // The picture is the resident's: nobody else may hand it in as theirs, whatever their role.
      but('PICTURE_GONE', { ...outsiders, manager2: 'NOT_FOUND', reviewer: 'NOT_FOUND' }),
    ],
  ),
  [
    'applicant.correct',
    (world) => ({ commandId: randomUUID(), id: world.spent, version: 1, correction: world.correction }),
    { ...own('NOT_FOUND'), resident: 'CASE_CHANGED' },
  ],
  // Its owner's to do, and already done: the case of the table goes on.
  [
    'applicant.withdraw',
    (world) => ({ commandId: randomUUID(), id: world.spent }),
    { ...own('NOT_FOUND'), resident: 'NOT_ALLOWED' },
  ],
  [
    'staff.overview',
    () => ({}),
    but('ok', { ...outsiders, manager: 'NOT_ALLOWED', manager2: 'NOT_ALLOWED', reviewer: 'NOT_ALLOWED' }),
  ],
  // Last: it changes the case.
  [
    'staff.visit',
    (world) => ({ ...command(world), externalLine: false, meterPosition: '进门左侧', papers: [] }),
    { ...managersWork('ok'), supervisor: 'NOT_ALLOWED' },
  ],
]
