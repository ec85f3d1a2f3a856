import { randomBytes } from 'node:crypto'
import personas from '../personas.json'

/** A demonstration person: a stable openid and the page where they begin. Simulates the WeChat login; exists only on the local host. */
export type Persona = (typeof personas)[number]

/** `crowd7` and the like: as many further people as anybody asks for, who have nothing yet. */
const CROWD = /^crowd(\d{1,4})$/
function ofCrowd(id: string): Persona | undefined {
  const number = CROWD.exec(id)?.[1]
  if (!number) return undefined
  return {
    id,
    label: `居民 ${number}号`,
    openid: `oLocalCrowd-${number.padStart(16, '0')}`,
    start: '/#/pages/home/index',
  }
}

/** Dev login: hands out bearer tokens that this process alone knows and that end with it. */
export class Personas {
  readonly all: readonly Persona[] = personas
  private readonly openids = new Map<string, string>()

  /** @returns the persona and a new token, or undefined for an unknown id */
  login(id: string): { persona: Persona; token: string } | undefined {
    const persona = personas.find((candidate) => candidate.id === id) ?? ofCrowd(id)
    if (!persona) return undefined
    const token = randomBytes(24).toString('base64url')
    this.openids.set(token, persona.openid)
    return { persona, token }
  }

  openidOf(token: string): string | undefined {
    return this.openids.get(token)
  }
}
