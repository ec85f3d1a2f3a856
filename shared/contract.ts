import { z } from 'zod'
import { application, correction, draft, previewRequest, previewResponse, savedDraft } from './contract/application'
import { caseCard, caseView, historyLine, staffCaseView, standing, taskRow } from './contract/case'
import { MAX_PICTURES_OF_PAPER } from './contract/constants'
import {
  certificateReading,
  confirmPdfResponse,
  confirmUploadResponse,
  pictureUrlResponse,
  readCertificateRequest,
  startUploadRequest,
  startUploadResponse,
} from './contract/pictures'
import {
  caseId,
  commandId,
  cursor,
  customerClass,
  instant,
  materialGroup,
  pictureId,
  staffRole,
  status,
  supplyChange,
  text,
} from './contract/vocabulary'
import type { AppError } from './errors'

/**
 * The whole wire surface: every endpoint's request and response.
 * An endpoint is a function (applicant, documents, staff, public) and an action; the event is `{ action, input }`.
 */
const nothing = z.object({})
const page = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), next: cursor })
const after = z.object({ after: cursor.default(null) })
const oneCase = z.object({ id: caseId })
const onePicture = z.object({ picture: pictureId })
/** A staff command names the version it was decided on; a case changed since then refuses it. */
const staffCommand = z.object({ commandId, id: caseId, version: z.int().positive() })
const paper = z.object({
  group: materialGroup,
  kind: text(2, 40),
  pictures: z.array(pictureId).min(1).max(MAX_PICTURES_OF_PAPER),
})

const me = z.object({ id: z.string(), name: z.string(), role: staffRole, districts: z.array(z.string()) })
const guideRow = z.object({ title: z.string(), detail: z.string(), source: z.string() })
const guideSection = z.object({ title: z.string(), rows: z.array(guideRow) })

export const contract = {
  public: {
    /** 办事指南: process, materials and limits, generated from the rules in force. */
    guide: {
      request: nothing,
      response: z.object({ ruleSet: z.string(), document: z.string(), sections: z.array(guideSection) }),
    },
    /** What would be promised now, before anything is submitted. */
    preview: { request: previewRequest, response: previewResponse },
    /** 需要什么材料: exactly the groups of one case, from the rules in force. */
    materials: {
      request: z.object({
        customerClass: z.enum(['resident', 'lowVoltage', 'hvSingle', 'hvDual']),
        applicantKind: z.enum(['person', 'company', 'socialBody', 'institution']),
        change: supplyChange,
        byAgent: z.boolean(),
        vatInvoice: z.boolean(),
      }),
      response: z.object({
        document: z.string(),
        groups: z.array(
          z.object({
            title: z.string(),
            oneOf: z.array(z.object({ title: z.string(), condition: z.string() })),
            askedAt: z.enum(['application', 'energization']),
            source: z.string(),
          }),
        ),
      }),
    },
    /** The districts an address can be in. */
    districts: { request: nothing, response: z.object({ districts: z.array(z.string()) }) },
  },
  applicant: {
    /** The first page in one call. */
    home: {
      request: nothing,
      response: z.object({
        cases: page(caseCard),
        draft: savedDraft,
        lastContact: z.object({ phone: z.string() }).nullable(),
      }),
    },
    cases: { request: after, response: page(caseCard) },
    case: { request: oneCase, response: caseView },
    startUpload: { request: startUploadRequest, response: startUploadResponse },
    /** After the bytes are put: checks that they are a sound picture; only then may a command name it. */
    confirmUpload: { request: onePicture, response: confirmUploadResponse },
    readCertificate: { request: readCertificateRequest, response: certificateReading },
    /** A short-lived address of one of the asker's own pictures. */
    pictureUrl: { request: onePicture, response: pictureUrlResponse },
    saveDraft: { request: z.object({ draft }), response: z.object({ savedAt: instant }) },
    discardDraft: { request: nothing, response: nothing },
    submit: { request: z.object({ commandId, application }), response: caseView },
    /** 补交: a paper still wanted. */
    supplement: { request: z.object({ commandId, id: caseId, paper }), response: caseView },
    /** 更正并重新签名: both forms stay. `version` is the one the person saw. */
    correct: {
      request: z.object({ commandId, id: caseId, version: z.int().positive(), correction }),
      response: caseView,
    },
    /** 撤回申请: ends a case before there is power and erases its personal data; the ledger stands. */
    withdraw: { request: z.object({ commandId, id: caseId }), response: caseView },
    /** Templates to ask for, at a natural tap. */
    subscriptions: { request: nothing, response: z.object({ templates: z.array(z.string()) }) },
  },
  documents: {
    /** After a PDF is put: draws its pages, each a picture of its own. The file itself is not kept and nobody ever opens it. */
    confirmUpload: { request: onePicture, response: confirmPdfResponse },
    /** A picture of a case as staff see it: a copy that says what it is for, who looked and when. Every view is recorded. */
    casePicture: { request: oneCase.extend({ picture: pictureId }), response: pictureUrlResponse },
    /** 用电申请书 as signed, a PDF: for its applicant, and for staff within reach, whose view is recorded. */
    signedForm: {
      request: oneCase.extend({
        /** Which signing, from 1; the newest when absent. */
        number: z.int().positive().max(100).optional(),
      }),
      response: pictureUrlResponse.extend({ signedAt: instant, digest: z.string() }),
    },
  },
  staff: {
    me: { request: nothing, response: me },
    /** Binds the asker's WeChat identity to the staff record of a one-time invitation. */
    bind: { request: z.object({ invitation: z.string().regex(/^[0-9a-zA-Z_-]{20,80}$/) }), response: me },
    /** 待办 by urgency. */
    tasks: { request: after, response: page(taskRow) },
    case: { request: oneCase, response: staffCaseView },
    accept: { request: staffCommand, response: staffCaseView },
    /** 上门: survey and papers in one trip. */
    visit: {
      request: staffCommand.extend({
        externalLine: z.boolean(),
        meterPosition: text(2, 100),
        papers: z.array(paper).max(3),
        note: text(0, 300).default(''),
      }),
      response: staffCaseView,
    },
    /** A paper collected outside the visit. */
    collect: { request: staffCommand.extend({ paper }), response: staffCaseView },
    /** 接火送电. */
    energize: {
      request: staffCommand.extend({
        meterNumber: z
          .string()
          .trim()
          .regex(/^[0-9A-Za-z-]{6,24}$/),
      }),
      response: staffCaseView,
    },
    startUpload: { request: startUploadRequest, response: startUploadResponse },
    /** After the bytes are put: checks that they are a sound picture; only then may a command name it. */
    confirmUpload: { request: onePicture, response: confirmUploadResponse },
    /** Templates to ask a member of staff for, at a natural tap. */
    subscriptions: { request: nothing, response: z.object({ templates: z.array(z.string()) }) },
    /** 看板, for supervisors. */
    overview: {
      request: after,
      response: z.object({
        counts: z.array(z.object({ customerClass, status, open: z.int() })),
        overdue: z.int(),
        dueSoon: z.int(),
        cases: page(caseCard.extend({ managerName: z.string().nullable(), district: z.string(), standing })),
      }),
    },
    /** 台账 of one case: its record, and whether the chain of hashes is whole. */
    ledger: {
      request: oneCase,
      response: z.object({
        intact: z.boolean(),
        events: z.array(historyLine.extend({ type: z.string(), hash: z.string() })),
      }),
    },
  },
} as const

export type Contract = typeof contract
export type FunctionName = keyof Contract
export type ActionOf<F extends FunctionName> = keyof Contract[F] & string
type Endpoint<F extends FunctionName, A extends ActionOf<F>> = Contract[F][A] extends {
  request: infer Q extends z.ZodType
  response: infer S extends z.ZodType
}
  ? { request: Q; response: S }
  : never
/** What a caller sends, before defaults are filled in. */
export type RequestOf<F extends FunctionName, A extends ActionOf<F>> = z.input<Endpoint<F, A>['request']>
/** What a handler receives: parsed. */
export type ParsedRequestOf<F extends FunctionName, A extends ActionOf<F>> = z.output<Endpoint<F, A>['request']>
export type ResponseOf<F extends FunctionName, A extends ActionOf<F>> = z.output<Endpoint<F, A>['response']>

/** Every answer of every function: data, or one error of the typed map. Nothing is thrown over the wire. */
export type Answer<T> = { ok: true; data: T } | { ok: false; error: AppError }
