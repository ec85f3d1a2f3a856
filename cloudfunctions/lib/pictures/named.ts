import type { Command } from '@shared/flow/commands'
import type { Instant } from '@shared/time/localDate'
import { type NamedPictures, requireOwnPictures } from './pictures'

/** The pictures a command names, by what each must have been taken for. */
export function picturesNamed(command: Command): NamedPictures {
  switch (command.type) {
    case 'supplement':
    case 'collect':
    case 'replacePaper':
      return { [command.paper.group]: command.paper.pictures }
    case 'visit':
      return {
        ...Object.fromEntries(command.papers.map(({ group, pictures }) => [group, pictures])),
        site: command.site,
        signature: command.signature ? [command.signature] : [],
      }
    case 'askReview':
      return { drawing: command.drawing }
    case 'requestInspection':
      return {
        completionReport: command.report?.pictures ?? [],
        remedy: command.remedies.flatMap(({ pictures }) => pictures),
      }
    case 'inspect':
      return { problem: command.problems.flatMap(({ pictures }) => pictures) }
    case 'recordAnomaly':
      return { evidence: command.pictures }
    case 'submit':
      return {
        identity: command.identity.pictures,
        property: command.property?.pictures ?? [],
        signature: [command.signature],
      }
    case 'correct':
      return { signature: [command.signature] }
    default:
      return {}
  }
}

/** The pictures a command names, once they are known to be this person's own, confirmed, and of what they are named for. */
export async function requireNamed(command: Command, owner: string, now: Instant): Promise<string[]> {
  const named = picturesNamed(command)
  await requireOwnPictures(named, owner, now)
  return Object.values(named).flat()
}
