import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ActionOf, Answer, FunctionName, RequestOf, ResponseOf } from '@shared/contract'
import type { Application } from '@shared/contract/application'
import { CONSENT_NOTICE_VERSION } from '@shared/contract/constants'
import type { PicturePurpose } from '@shared/contract/pictures'
import type { AppError } from '@shared/errors'
import { districtOf } from '@shared/places/districtOf'
import { readDatabase, type Stored } from '../../tools/readDatabase'
import papers from '../fixtures/papers/papers.json'
import { builtFunctions } from './built'
import { startHost, type TestHost } from './host'

export type { Stored }

const ROOT = path.resolve(__dirname, '../..')
const PAPERS = path.join(ROOT, 'test/fixtures/papers')

/** The personas of local/personas.json. */
export type PersonaId =
  | 'resident'
  | 'neighbour'
  | 'shop'
  | 'company'
  | 'manager'
  | 'manager2'
  | 'manager3'
  | 'reviewer'
  | 'supervisor'
  | 'newcomer'
  | `crowd${number}`

/** A call that was answered with an error of the typed map. */
export class Refused extends Error {
  constructor(readonly error: AppError) {
    super(`${error.code}: ${error.message}`)
  }
}

/** One person, signed in. Every method goes over HTTP as a web page's would. */
export class Session {
  constructor(
    private readonly host: TestHost,
    readonly persona: PersonaId,
    readonly openid: string,
    readonly token: string,
  ) {}

  /** Calls an endpoint and answers its data. Throws Refused. */
  async call<F extends FunctionName, A extends ActionOf<F>>(
    name: F,
    action: A,
    input: RequestOf<F, A>,
  ): Promise<ResponseOf<F, A>> {
    const answer = await this.ask(name, action, input)
    if (!answer.ok) throw new Refused(answer.error)
    return answer.data as ResponseOf<F, A>
  }

  /** As `call`, with input of any shape and the answer as it came. */
  ask(name: FunctionName, action: string, input: unknown): Promise<Answer<unknown>> {
    return this.host.call(name, { action, input }, this.token) as Promise<Answer<unknown>>
  }

  /** The code an endpoint refuses with; 'ok' when it does not. */
  async codeOf(name: FunctionName, action: string, input: unknown): Promise<string> {
    const answer = await this.ask(name, action, input)
    return answer.ok ? 'ok' : answer.error.code
  }

  /** Reserves a place, puts a PDF and confirms. Answers its pages. */
  async uploadPdf(
    pdf: Buffer,
    purpose: 'property' | 'identity' = 'property',
    name: 'applicant' | 'staff' = 'applicant',
  ) {
    const { picture } = await this.put(pdf, purpose, name)
    return (await this.call('documents', 'confirmUpload', { picture })).pictures
  }

  /** Reserves a place, puts the bytes (or a fixture paper) and confirms. Answers the picture's id. */
  async upload(
    what: string | Buffer,
    purpose: PicturePurpose,
    name: 'applicant' | 'staff' = 'applicant',
  ): Promise<string> {
    const { picture } = await this.put(what, purpose, name)
    await this.call(name, 'confirmUpload', { picture })
    return picture
  }

  /** The first half of an upload: reserved and put, not confirmed. */
  async put(what: string | Buffer, purpose: PicturePurpose, name: 'applicant' | 'staff' = 'applicant') {
    const bytes = typeof what === 'string' ? readFileSync(path.join(PAPERS, what)) : what
    const kinds: Record<number, string> = { 137: 'image/png', 37: 'application/pdf' }
    const reserved = await this.call(name, 'startUpload', {
      purpose,
      contentType: kinds[bytes[0]!] ?? 'image/jpeg',
      bytes: bytes.length,
    } as RequestOf<'applicant', 'startUpload'>)
    const response = await fetch(reserved.url, {
      method: 'PUT',
      headers: reserved.headers,
      body: new Uint8Array(bytes),
    })
    if (!response.ok) throw new Error(`storage answered ${response.status} ${await response.text()}`)
    return reserved
  }

  /** A valid application of a fixture person, its pictures uploaded by this session. */
  async prepare(options: ApplyOptions = {}): Promise<Application> {
    const { person = 'wei', paper = `id-${person}.jpg`, withPicture = true, district = '城中区' } = options
    const truth = papers.people.find(({ id }) => id === person)
    if (!truth) throw new Error(`no such person in papers.json: ${person}`)
    const [identity, signature, property] = await Promise.all([
      withPicture ? this.upload(paper, 'identity') : null,
      this.upload(SIGNATURE, 'signature'),
      options.property ? this.upload(options.property, 'property') : null,
    ])
    return {
      use: 'household',
      capacityKva: null,
      sources: 'single',
      identity: {
        kind: 'idCard',
        name: truth.name,
        number: truth.idNumber,
        pictures: identity ? [identity] : [],
      },
      contact: { name: truth.name, phone: PHONE },
      change: 'new',
      byAgent: false,
      vatInvoice: false,
      // Every fixture person lives in one district; for another they name another street.
      place: {
        district,
        address: districtOf(truth.address) === district ? truth.address : `${district}文昌路18号`,
        location: { latitude: 24.326, longitude: 109.428 },
      },
      property: property ? { kind: 'propertyCertificate', pictures: [property] } : null,
      signature,
      consent: { noticeVersion: CONSENT_NOTICE_VERSION },
      ...options.change,
    }
  }

  /** Prepares and submits in one go. */
  async apply(options: ApplyOptions = {}): Promise<ResponseOf<'applicant', 'submit'>> {
    return this.call('applicant', 'submit', { commandId: randomUUID(), application: await this.prepare(options) })
  }
}

export interface ApplyOptions {
  /** A person of papers.json. */
  person?: string
  paper?: string
  /** Without one the case is accepted by the account manager, not at once. */
  withPicture?: boolean
  district?: string
  /** A fixture paper handed in with the application. */
  property?: string
  change?: Partial<Application>
}

/** The number a refusal carries of its call. */
const REQUEST_ID = /,"requestId":"[0-9a-f-]{36}"/

/** The phone number every fixture application names. */
export const PHONE = '13807720001'

/** The shop's licence, as the change of an application to a small business. */
export function business(capacityKva: number): Partial<Application> {
  const licence = papers.papers.find(({ file }) => file === 'licence-noodles.jpg')!.fields as Record<string, string>
  const identity = { kind: 'businessLicence', name: licence.name, number: licence.creditCode, pictures: [] }
  return { use: 'business', capacityKva, identity }
}

/** A PNG of one pixel, in place of a drawn signature. */
export const SIGNATURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** The whole backend on a fresh data folder with the people of the demonstration: built functions behind the local host. */
export class Driver {
  private readonly sessions = new Map<PersonaId, Promise<Session>>()

  private constructor(
    readonly host: TestHost,
    private readonly folder: string,
  ) {}

  /** `town`: the documents it begins with; `settings`: in place of what cloudbaserc.json sets for the functions. */
  static async start(
    env: Record<string, string> = {},
    town = 'local/seed/people.json',
    { port, settings = {} }: { port?: number; settings?: Record<string, string> } = {},
  ): Promise<Driver> {
    const folder = mkdtempSync(path.join(tmpdir(), 'onecert-driver-'))
    const functions = path.join(folder, 'functions')
    mkdirSync(functions)
    for (const name of readdirSync(builtFunctions()))
      symlinkSync(path.join(builtFunctions(), name), path.join(functions, name))
    const set = Object.entries(settings).flatMap(([name, value]) => ['--set', `${name}=${value}`])
    const flags = ['--functions', functions, '--import', town, ...set]
    const host = await startHost({
      data: path.join(folder, 'data'),
      port,
      flags,
      env: { TCB_ENV: 'local-test', ...env },
    })
    return new Driver(host, folder)
  }

  get url(): string {
    return this.host.url
  }

  /** The host's data folder. */
  get data(): string {
    return path.join(this.folder, 'data')
  }

  /**
   * Which of WeChat's interfaces a function may use, as its config.json grants them; takes effect with a restart.
   * Without one the gateway answers an error that is nobody's fault and passes.
   */
  grant(name: string, openapi: string[]): void {
    const [built, own] = [path.join(builtFunctions(), name), path.join(this.folder, 'functions', name)]
    const config = JSON.parse(readFileSync(path.join(own, 'config.json'), 'utf8')) as object
    // A folder of its own around the same bundle: the built one is every test's.
    rmSync(own, { recursive: true })
    mkdirSync(own)
    for (const file of readdirSync(built)) symlinkSync(path.join(built, file), path.join(own, file))
    rmSync(path.join(own, 'config.json'))
    writeFileSync(path.join(own, 'config.json'), JSON.stringify({ ...config, permissions: { openapi } }))
  }

  /** Everybody signs in once, until the host is restarted. */
  as(persona: PersonaId): Promise<Session> {
    const known = this.sessions.get(persona)
    if (known) return known
    const session = this.login(persona)
    this.sessions.set(persona, session)
    return session
  }

  /** A second device of the same person. */
  async login(persona: PersonaId): Promise<Session> {
    const { token, openid } = await this.host.login(persona)
    return new Session(this.host, persona, openid, token)
  }

  /** The answer to a call as it crossed the wire, but for the number of the call, which is another each time. */
  async raw(name: string, event: unknown, token?: string): Promise<{ status: number; text: string }> {
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    if (token !== undefined) headers.authorization = `Bearer ${token}`
    const body = typeof event === 'string' ? event : JSON.stringify(event)
    const response = await fetch(`${this.url}/v1/functions/${name}`, { method: 'POST', headers, body })
    return { status: response.status, text: (await response.text()).replace(REQUEST_ID, '') }
  }

  /** Fires the sweep's timer and answers what it did. */
  sweep(): Promise<{ warned: number; delivered: number; removed: number }> {
    return this.host.timer('sweep') as Promise<{ warned: number; delivered: number; removed: number }>
  }

  /** Moves the clock to a Beijing wall time such as '2026-11-23 09:00'; timers that fall due run before it answers. */
  at(beijing: string): Promise<void> {
    return this.host.clock.set(Date.parse(`${beijing.replace(' ', 'T')}:00+08:00`))
  }

  /** Ends the host and starts it again on the same data; everybody has to sign in again. */
  async restart(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    this.sessions.clear()
    await this.host.restart(signal)
  }

  /** Everything stored, by collection, read from the database file itself while the host runs. */
  documents(): Record<string, Stored[]> {
    return readDatabase(this.data)
  }

  /** The content of every file in cloud storage. */
  files(): Buffer[] {
    const folder = path.join(this.data, 'files')
    return readdirSync(folder).map((name) => readFileSync(path.join(folder, name)))
  }

  async stop(): Promise<void> {
    await this.host.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
