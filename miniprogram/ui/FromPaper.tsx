import { Action } from './Action'
import { Cutout } from './Photo'

interface Props {
  paper: {
    src: string
    reading: { size: { width: number; height: number }; fields: Record<string, { quad?: [number, number][] }> }
  } | null
  /** The field of the reading. */
  field: string
  /** What it is, for whoever hears the page. */
  label: string
}

/** A value as the paper itself has it, cut out of its picture, to compare with what was read. Nothing where it was not found. */
export function FromPaper({ paper, field, label }: Props) {
  const corners = paper?.reading.fields[field]?.quad
  return paper && corners ? (
    <Cutout src={paper.src} size={paper.reading.size} corners={corners} label={`证件上${label}的原样`} />
  ) : null
}

/** A value that was put right by a list of names, and what was read there instead: one tap takes it back. */
export const AsRead = ({ read, value, onTake }: TakenBack) =>
  read?.asRead && read.value === value ? (
    <Action kind='quiet' onTap={() => onTake(read.asRead!)}>
      {`原文认成“${read.asRead}”，改用原文`}
    </Action>
  ) : null

interface TakenBack {
  read: { value: string; asRead?: string } | undefined
  /** As it stands on the page now. */
  value: string
  onTake: (asRead: string) => void
}
