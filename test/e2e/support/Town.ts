import path from 'node:path'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../support/chromium'
import { type PersonaId, Session } from '../../support/driver'
import { startHost, type TestHost } from '../../support/host'
import { type DeviceOptions, type OpenDevice, webPage } from './devices'
import { Person } from './Person'

const PAPERS = path.resolve(__dirname, '../../fixtures/papers')
/** A fixture paper's file. */
export const paper = (name: string): string => path.join(PAPERS, name)

/** 2026-11-24 is a Tuesday, with no holiday near it. */
const MORNING = '2026-11-24T09:10:00+08:00'

/** The built app and functions behind the local host, the people of the demonstration, and the phones in use. */
export class Town {
  private readonly people: Person[] = []

  private constructor(
    readonly host: TestHost,
    readonly browser: Browser,
  ) {}

  /** Starts on an empty database, on a Tuesday morning. */
  static async start(): Promise<Town> {
    const flags = ['--import', 'local/seed/people.json']
    const [host, browser] = await Promise.all([startHost({ flags }), launchBrowser()])
    await host.clock.set(Date.parse(MORNING))
    return new Town(host, browser)
  }

  async person(persona: PersonaId, on: OpenDevice = webPage, options: Omit<DeviceOptions, 'persona'> = {}) {
    const person = new Person(await on(this.browser, this.host, { persona, ...options }))
    this.people.push(person)
    return person
  }

  /** A persona without a screen, for what happens before or beside what a test is about. */
  async session(persona: PersonaId): Promise<Session> {
    const { openid, token } = await this.host.login(persona)
    return new Session(this.host, persona, openid, token)
  }

  /** The account manager a case went to: a district may have two. */
  async managerOf(caseId: string): Promise<Session> {
    for (const persona of ['manager', 'manager2', 'manager3'] as const) {
      const session = await this.session(persona)
      if ((await session.codeOf('staff', 'case', { id: caseId })) === 'ok') return session
    }
    throw new Error('a case nobody has')
  }

  /** Everything the phones showed in red; a test ends by expecting nothing. */
  errors(): string[] {
    return this.people.flatMap(({ device }) => device.errors)
  }

  /** A picture and the words of every phone, for whoever looks for what went wrong. */
  async photographAll(name: string): Promise<void> {
    for (const [index, person] of this.people.entries()) {
      console.error(`${name}, phone ${index + 1} at ${person.page.url()}:\n${await person.words()}`)
      await person.shot(`${name.replace(/[^\w-]+/g, '-')}-${index + 1}`)
    }
  }

  /** Puts away the phones in use. */
  async closePhones(): Promise<void> {
    await Promise.all(this.people.map(({ device }) => device.close()))
    this.people.length = 0
  }

  async stop(): Promise<void> {
    await this.browser.close()
    await this.host.stop()
  }
}
