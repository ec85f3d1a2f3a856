import type { ResponseOf } from '@shared/contract'
import { Choice } from '@/ui/Choice'

type Colleague = ResponseOf<'staff', 'covers'>['managers'][number]

interface Props {
  label: string
  colleagues: Colleague[]
  value: string | null
  onChange: (id: string) => void
}

/** Colleagues to choose from, the one with the least on their hands first; those away last. */
export const Colleagues = ({ label, colleagues, value, onChange }: Props) => (
  <Choice
    label={label}
    options={[...colleagues]
      .sort((a, b) => Number(a.away) - Number(b.away) || a.open - b.open)
      .map(({ id, name, department, open, away }) => ({
        value: id,
        text: name,
        note: [department, `手头${open}件`, away ? '不在岗，由代班的同事办' : ''].filter(Boolean).join(' · '),
      }))}
    value={value}
    onChange={onChange}
  />
)
