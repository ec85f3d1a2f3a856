import * as z from 'zod'
import { application, correction, counterApplication, draft, savedDraft } from './contract/application'
import { caseCard, caseView, historyLine, staffCaseView, taskRow, taskTotals } from './contract/case'
import { applicantInputs, staffInputs } from './contract/commands'
import { guideSection } from './contract/guide'
import {
  certificateReading,
  confirmPdfResponse,
  confirmUploadResponse,
  pictureUrlResponse,
  readCertificateRequest,
  startUploadRequest,
  startUploadResponse,
} from './contract/pictures'
import { previewRequest, previewResponse } from './contract/preview'
import { proposal } from './contract/proposals'
import { checkReceipt } from './contract/record'
import { colleague, me } from './contract/staff'
import {
  address,
  caseId,
  commandId,
  cursor,
  customerClass,
  day,
  district,
  documentKind,
  instant,
  pictureId,
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

/** An applicant's command on their case: what is asked, under an id of its own. */
const applicantCommand = <S extends z.ZodRawShape>(input: z.ZodObject<S>) => ({
  request: input.extend({ commandId, id: caseId }),
  response: caseView,
})
/** A staff command names the version it was decided on; a case changed since then refuses it. */
const staffCommand = <S extends z.ZodRawShape>(input: z.ZodObject<S>) => ({
  request: input.extend({ commandId, id: caseId, version: z.int().positive() }),
  response: staffCaseView,
})

const point = z.object({
  id: z.string(),
  district: z.string(),
  /** Dated names, the newest last: a renaming never reopens a scheme. */
  names: z.array(z.object({ from: day, line: z.string(), pole: z.string() })),
})
export type ConnectionPoint = z.infer<typeof point>
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
    checkReceipt,
    /** The districts an address can be in. */
    districts: { request: nothing, response: z.object({ districts: z.array(z.string()) }) },
  },
  applicant: {
    /** The first page in one call. */
    home: {
      request: nothing,
      response: z.object({
        cases: page(caseCard),
        draft: savedDraft.nullable(),
        lastContact: z.object({ phone: z.string() }).nullable(),
        /** Bound as staff: 待办 is on the first page too. */
        staff: z.boolean(),
      }),
    },
    cases: { request: after, response: page(caseCard) },
    /** Whether a case of the asker's own runs at an address already: said before it is applied for again. */
    runningAt: {
      request: z.object({ district, address }),
      response: z.object({ case: z.object({ id: caseId, title: z.string() }).nullable() }),
    },
    case: { request: oneCase, response: caseView },
    startUpload: { request: startUploadRequest, response: startUploadResponse },
    /** After the bytes are put: checks that they are a sound picture; only then may a command name it. */
    confirmUpload: { request: onePicture, response: confirmUploadResponse },
    readCertificate: { request: readCertificateRequest, response: certificateReading },
    /** A short-lived address of one of the asker's own pictures. */
    pictureUrl: { request: onePicture, response: pictureUrlResponse },
    discardPictures: { request: z.object({ pictures: z.array(pictureId).min(1).max(20) }), response: nothing },
    saveDraft: { request: z.object({ draft }), response: savedDraft.omit({ draft: true }) },
    discardDraft: { request: nothing, response: nothing },
    submit: { request: z.object({ commandId, application }), response: caseView },
    supplement: applicantCommand(applicantInputs.supplement),
    replacePaper: applicantCommand(applicantInputs.replacePaper),
    appoint: applicantCommand(applicantInputs.appoint),
    requestInspection: applicantCommand(applicantInputs.requestInspection),
    urge: applicantCommand(applicantInputs.urge),
    confirmTime: applicantCommand(applicantInputs.confirmTime),
    rate: applicantCommand(applicantInputs.rate),
    complain: applicantCommand(applicantInputs.complain),
    requestCopy: applicantCommand(applicantInputs.requestCopy),
    withdraw: applicantCommand(applicantInputs.withdraw),
    /** 更正并重新签名: both forms stay. `version` is the one the person saw. */
    correct: {
      request: z.object({ commandId, id: caseId, version: z.int().positive(), correction }),
      response: caseView,
    },
    /** Templates to ask for, at a natural tap. */
    subscriptions: { request: nothing, response: z.object({ templates: z.array(z.string()) }) },
  },
  documents: {
    /** After a PDF is put: draws its pages, each a picture of its own. The file itself is not kept and nobody ever opens it. */
    confirmUpload: { request: onePicture, response: confirmPdfResponse },
    /**
     * A picture of a case. Staff get a copy that says what it is for, who looked and when, and every view is recorded; the
     * applicant gets what inspectors photographed of their works.
     */
    casePicture: { request: oneCase.extend({ picture: pictureId }), response: pictureUrlResponse },
    /** 用电申请书 as signed, a PDF: for its applicant, and for staff within reach, whose view is recorded. */
    signedForm: {
      request: oneCase.extend({
        /** Which signing, from 1; the newest when absent. */
        number: z.int().positive().max(100).optional(),
      }),
      response: pictureUrlResponse.extend({ signedAt: instant, digest: z.string() }),
    },
    /** 受理通知书, 供电方案答复单 or 问题清单, a PDF out of the record: for the applicant, and for staff within reach. */
    caseDocument: {
      request: oneCase.extend({
        document: documentKind,
        /** Which inspection's list, from 1; the newest when absent. */
        round: z.int().positive().max(100).optional(),
      }),
      response: pictureUrlResponse.extend({ title: z.string() }),
    },
  },
  staff: {
    me: { request: nothing, response: me },
    /** Binds the asker's WeChat identity to the staff record of a one-time invitation. */
    bind: { request: z.object({ invitation: z.string().regex(/^[0-9a-zA-Z_-]{20,80}$/) }), response: me },
    /** 待办 by urgency. */
    tasks: { request: after, response: page(taskRow).extend({ totals: taskTotals }) },
    case: { request: oneCase, response: staffCaseView },
    accept: staffCommand(staffInputs.accept),
    appoint: staffCommand(staffInputs.appoint),
    visit: staffCommand(staffInputs.visit),
    collect: staffCommand(staffInputs.collect),
    replacePaper: staffCommand(staffInputs.replacePaper),
    askReview: staffCommand(staffInputs.askReview),
    review: staffCommand(staffInputs.review),
    reply: staffCommand(staffInputs.reply),
    requestInspection: staffCommand(staffInputs.requestInspection),
    scheduleOutage: staffCommand(staffInputs.scheduleOutage),
    giveNewDay: staffCommand(staffInputs.giveNewDay),
    contact: staffCommand(staffInputs.contact),
    inspect: staffCommand(staffInputs.inspect),
    energize: staffCommand(staffInputs.energize),
    recordAnomaly: staffCommand(staffInputs.recordAnomaly),
    resolveAnomaly: staffCommand(staffInputs.resolveAnomaly),
    reassign: staffCommand(staffInputs.reassign),
    confirmTime: staffCommand(staffInputs.confirmTime),
    answerComplaint: staffCommand(staffInputs.answerComplaint),
    /**
     * What a former account manager could not send before the case was handed on goes to the present one, under the id its
     * command had. Answers whose it is to decide on, and whether the command had been recorded in time after all.
     */
    propose: {
      request: z.object({ commandId, id: caseId, proposal }),
      response: z.object({ manager: z.string(), recorded: z.boolean() }),
    },
    /** The present account manager does what was handed over, as a command of their own, or lets it go. */
    takeOver: {
      request: z.object({ commandId, id: caseId, version: z.int().positive(), proposal: text(1, 40) }),
      response: staffCaseView,
    },
    dismissProposal: { request: z.object({ id: caseId, proposal: text(1, 40) }), response: staffCaseView },
    /** The task was opened. Answers nothing new: the page already shows the case. */
    markRead: { request: staffInputs.markRead.extend({ commandId, id: caseId }), response: nothing },
    /** 窗口代办: an application written down for somebody who came; nobody's phone owns it, the account manager calls. */
    enter: {
      request: z.object({ commandId, application: counterApplication, channel: z.enum(['counter', 'greenChannel']) }),
      response: staffCaseView,
    },
    /** Who else could have this case: account managers of its district, and reviewers. */
    colleagues: {
      request: oneCase,
      response: z.object({ managers: z.array(colleague), reviewers: z.array(colleague) }),
    },
    /** 假期代班: until the end of a day a colleague sees and does one's work; null ends it. */
    setCover: {
      request: z.object({ cover: z.object({ staffId: text(1, 40), until: day }).nullable() }),
      response: me,
    },
    /** Account managers who could stand in for the asker. */
    covers: { request: nothing, response: z.object({ managers: z.array(colleague) }) },
    /** 接入点 of a district. */
    points: { request: z.object({ district, after: cursor.default(null) }), response: page(point) },
    /** 线路杆号更名: a new name from a day on; the point stays the same. */
    renamePoint: {
      request: z.object({ id: text(1, 40), from: day, line: text(2, 40), pole: text(1, 40) }),
      response: point,
    },
    startUpload: { request: startUploadRequest, response: startUploadResponse },
    /** After the bytes are put: checks that they are a sound picture; only then may a command name it. */
    confirmUpload: { request: onePicture, response: confirmUploadResponse },
    /** Templates to ask a member of staff for, at a natural tap. */
    subscriptions: { request: nothing, response: z.object({ templates: z.array(z.string()) }) },
    /** 看板, for supervisors. */
    overview: {
      request: after.extend({
        /** `troubled`: only the cases with a 用时异常 that lasts. */
        only: z.enum(['all', 'troubled']).default('all'),
      }),
      response: z.object({
        counts: z.array(z.object({ customerClass, status, open: z.int() })),
        overdue: z.int(),
        dueToday: z.int(),
        /** Until the end of Sunday, today included. */
        dueThisWeek: z.int(),
        /** 投诉 waiting for an answer. */
        complaints: z.int(),
        troubled: z.int(),
        /** Who is not there, until when, and who does their work. */
        away: z.array(z.object({ id: z.string(), name: z.string(), coveredBy: z.string(), until: day })),
        cases: page(caseCard.extend({ managerName: z.string().nullable(), district: z.string() })),
      }),
    },
    /** 台账 of one case: its record, and whether the chain of hashes is whole. */
    ledger: {
      request: oneCase,
      response: z.object({
        /** Whether the chain is whole and everything stored of the case follows from it. */
        intact: z.boolean(),
        /** What does not, in words. */
        differs: z.array(z.string()),
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
/** `requestId`: under which id the platform's log holds what happened. */
export type Answer<T> = { ok: true; data: T } | { ok: false; error: AppError; requestId: string }
