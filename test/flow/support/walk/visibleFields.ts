/**
 * Every field a view may have, by who looks: written down once more, so that a field nobody thought of for a role fails the test.
 * A path leads through lists without their places; `*` stands for the party of 谁的时间.
 */
const words = (text: string) => text.split(/\s+/).filter(Boolean)
const under = (parent: string, text: string) => [parent, ...words(text).map((field) => `${parent}.${field}`)]

const common = [
  ...words(`id status customerClass title address submittedAt dueDay promised end provisional energizedAt standing version acceptedAt
    capacityKva whyClass meterPosition meterNumber slots stars byAgent actions`),
  ...under('next', 'who what'),
  ...under(
    'promise',
    'dueDay dueAt provisional startDay notices earlierDay earlierProvisional earlierPassed externalLine ruleSet',
  ),
  ...under('promise.late', 'workingDays until'),
  ...under('promise.days', 'day counted reason'),
  ...under('promise.limit', 'authority limit dueDay provisional source'),
  ...under('promise.others', 'authority limit dueDay provisional source'),
  ...under('time', ''),
  ...under('time.days', 'utility customer thirdParty'),
  ...under('time.stops', 'party title from to evidence'),
  ...under('time.pause', 'party title since'),
  ...under('materials', 'group title state'),
  ...under('materials.oneOf', 'code title condition'),
  ...under('materials.received', 'kind title at via pictures'),
  ...under('missed', 'dueDay newDayBy'),
  ...under('missed.newDay', 'day because'),
  ...under('road', 'number title state'),
  ...under('road.steps', 'key title state at plannedDay provisional note'),
  ...under('history', 'seq at by who text'),
  ...under('appointment', 'task day part'),
  ...under('scheme', 'template title metering point line pole note repliedAt'),
  ...under('scheme.renamed', 'line pole'),
  ...under('scheme.standby', 'point line pole'),
  ...under('scheme.standby.renamed', 'line pole'),
  ...under('outage', 'notBefore day'),
  ...under('rounds', 'round requestedAt at'),
  ...under('rounds.problems', 'item title what clause pictures late remedy'),
  ...under('anomalies', 'number cause title party note at resolvedAt pictures'),
  ...under('complaints', 'number title at dueDay provisional late words answeredAt answer'),
  ...under('backfills', 'number title saidAt receivedAt standing'),
  ...under('documents', 'document title round'),
  ...under('outcome', 'promisedDay energizedAt workingDaysUsed kept'),
  ...under('outcome.stages', 'title promisedDay doneAt workingDaysUsed kept'),
  ...under('forms', 'signedAt digest'),
]
const staff = [
  ...common,
  ...under('applicant', 'name number phone contact'),
  ...under('location', 'latitude longitude'),
  ...under('manager', 'id name'),
  ...under('pictures', 'picture purpose title'),
  ...under('reviews', 'name department scheme askedAt at opinion note mine'),
  ...under('reviews.proposed', 'outage drawing'),
  ...under('reviews.proposed.points', 'line pole'),
  ...under('templates', 'code title points reviewBecause'),
  ...under('proposals', ''),
  'district',
  'channel',
  'numberAsPrinted',
  'proposals',
  'urgedAt',
]

export type Viewer = 'applicant' | 'manager' | 'reviewer' | 'supervisor'
const VISIBLE: Record<Viewer, ReadonlySet<string>> = {
  applicant: new Set([
    ...common,
    ...under('manager', 'name phone'),
    ...under('applicant', 'name number'),
    ...under('contact', 'name phone address'),
    'signature',
  ]),
  manager: new Set(staff),
  supervisor: new Set(staff),
  reviewer: new Set(staff),
}
/** Where the person's own words may stand: a number nowhere, a telephone where somebody has to call or it is one's own. */
const PLACES: Record<'name' | 'number' | 'phone' | 'contact' | 'complaint', Record<Viewer, string[]>> = {
  name: {
    applicant: ['applicant.name'],
    manager: ['applicant.name'],
    supervisor: ['applicant.name'],
    reviewer: ['applicant.name'],
  },
  number: { applicant: [], manager: [], supervisor: [], reviewer: [] },
  phone: { applicant: ['contact.phone'], manager: ['applicant.phone'], supervisor: ['applicant.phone'], reviewer: [] },
  contact: {
    applicant: ['contact.name'],
    manager: ['applicant.contact'],
    supervisor: ['applicant.contact'],
    reviewer: [],
  },
  complaint: {
    applicant: ['complaints.words'],
    manager: ['complaints.words'],
    supervisor: ['complaints.words'],
    reviewer: [],
  },
}

/** The same paths as a tree, so that a view is compared with it in one go. */
interface Field {
  path: string
  inside: Map<string, Field>
}

function treeOf(paths: ReadonlySet<string>): Field {
  const top: Field = { path: '', inside: new Map() }
  for (const path of paths) {
    let at = top
    for (const name of path.split('.')) {
      const next = at.inside.get(name) ?? { path: at.path ? `${at.path}.${name}` : name, inside: new Map() }
      at.inside.set(name, next)
      at = next
    }
  }
  return top
}
const TREES = Object.fromEntries(Object.entries(VISIBLE).map(([viewer, paths]) => [viewer, treeOf(paths)])) as Record<
  Viewer,
  Field
>

/** What a view shows beyond what its viewer may see; empty is sound. */
export function shownTooMuch(view: object, viewer: Viewer, secrets: Record<keyof typeof PLACES, string>): string[] {
  const wrong: string[] = []
  const hidden = Object.entries(secrets) as [keyof typeof PLACES, string][]
  const look = (value: unknown, field: Field): void => {
    if (Array.isArray(value)) {
      for (const part of value) look(part, field)
    } else if (typeof value === 'object' && value !== null) {
      for (const key of Object.keys(value)) {
        const inside = field.inside.get(key)
        if (inside) look((value as Record<string, unknown>)[key], inside)
        else wrong.push(`${viewer} sees ${field.path}.${key}`)
      }
    } else if (typeof value === 'string') {
      for (const [what, secret] of hidden)
        if (value.includes(secret) && !PLACES[what][viewer].includes(field.path))
          wrong.push(`${viewer} sees the ${what} in ${field.path}`)
    }
  }
  look(view, TREES[viewer])
  return wrong
}
