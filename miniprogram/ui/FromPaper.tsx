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
