import type { PersonaId } from '../support/driver'
import { type Cases, casesInEveryStage } from './support/casesInEveryStage'
import { miniProgram, webPage } from './support/devices'
import { cutOff, faultsFound } from './support/outsideChecker'
import type { Person } from './support/Person'
import { pageStates } from './support/pageStates'
import { Town } from './support/Town'

/** Every page of the app before an outside checker of accessibility, and at 320 px in the usual and the large type. */
let town: Town
let cases: Cases

beforeAll(async () => {
  town = await Town.start()
  cases = await casesInEveryStage(town)
}, 120_000)
afterAll(() => town.stop())

const WIDE = 375
const NARROW = 320
/** Tall enough that a page shows whole: what lies under its foot is not seen by the checker. */
const TALL = 4000

test.each([
  ['web', webPage, []],
  // The title is WeChat's own bar, outside the page.
  ['mini-program', miniProgram, ['page-has-heading-one']],
])(
  'nothing is found on any page (%s)',
  async (platform, device, notAsked) => {
    const faults: Record<string, string[]> = {}
    // What a walk before this one photographed.
    await (await town.session('neighbour')).call('applicant', 'discardDraft', {})
    const people = new Map<PersonaId, Person>()
    for (const { who, name, address, words, then } of pageStates(cases)) {
      const person = people.get(who) ?? (await town.person(who, device))
      people.set(who, person)
      await person.page.setViewportSize({ width: WIDE, height: 750 })
      await person.device.open(address)
      await person.sees(words)
      await then?.(person)
      const found = await faultsOf(person, notAsked)
      if (found.length > 0) faults[name] = found
      await person.shot(`every-${platform}-${name.replace(/\W+/g, '-')}`)
    }
    expect(town.errors()).toEqual([])
    await town.closePhones()
    expect(faults).toEqual({})
  },
  600_000,
)

/** Of the page as it stands: light and dark, in the usual type and in 大字版, which is held to the highest contrast. */
async function faultsOf(person: Person, notAsked: string[]): Promise<string[]> {
  const { page } = person
  await person.settled()
  const found: string[] = []
  for (const large of [false, true]) {
    await page.evaluate((on) => {
      for (const screen of document.querySelectorAll('.screen')) screen.classList.toggle('elder', on)
    }, large)
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width: WIDE, height: TALL })
      found.push(
        ...(await faultsFound(page, { enhanced: large, without: notAsked })).map(
          (fault) => `${colorScheme}, ${large ? 'large, ' : ''}${fault}`,
        ),
      )
    }
    await page.setViewportSize({ width: NARROW, height: TALL })
    found.push(...(await cutOff(page)).map((fault) => `${large ? 'large, ' : ''}${fault}`))
  }
  return found
}
