import {
  isOrganisation,
  nameLabel,
  numberField,
  numberLabel,
  ORGANISATION_KINDS,
  PERSON_KINDS,
} from '@shared/certificates/identityKinds'
import { lengthOf } from '@shared/typed/clean'
import { LONGEST_NAME } from '@shared/typed/names'
import { Action } from '@/ui/Action'
import { Choice, Tick } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { AsRead, FromPaper } from '@/ui/FromPaper'
import { changeDraft, useDraft } from './draft'
import { nameError } from './nameError'
import { numberProblem } from './numberProblem'
import type { Certificate } from './useCertificate'

interface Props {
  certificate: Certificate
  /** The paper's kind is chosen by hand only where no picture told it. */
  chooseKind: boolean
  /** Show what is wrong also in fields nothing was typed into yet. */
  strict: boolean
}

/** Name and number: read off the picture, or typed. Each can be corrected. */
export function IdentityFields({ certificate: { reading, src }, chooseKind, strict }: Props) {
  const { identity } = useDraft()
  const kind = identity?.kind ?? 'idCard'
  const organisation = isOrganisation(kind)
  const name = identity?.name ?? ''
  const number = identity?.number ?? ''
  const fields = reading?.fields ?? {}
  const readNumber = fields[numberField(kind)]
  const wrong = number || strict ? numberProblem(identity) : null
  const choose = chooseKind || wrong?.otherKind
  const paper = src && reading ? { src, reading } : null
  return (
    <>
      {choose ? (
        <>
          <Choice
            label='用哪种证件'
            grid
            options={organisation ? [...ORGANISATION_KINDS] : [...PERSON_KINDS]}
            value={kind}
            onChange={(chosen) => changeDraft({ identity: { kind: chosen, asPrinted: undefined } })}
          />
          <Action
            kind='quiet'
            onTap={() =>
              changeDraft({
                identity: { kind: (organisation ? PERSON_KINDS : ORGANISATION_KINDS)[0].value, asPrinted: undefined },
              })
            }
          >
            {organisation ? '改用个人的证件' : '单位申请？改用单位的证件'}
          </Action>
        </>
      ) : null}
      <Field
        label={nameLabel(kind)}
        typed='name'
        value={name}
        placeholder={organisation ? '证照上的单位名称' : '证件上的姓名'}
        doubtful={fields.name?.doubtful && fields.name.value === name}
        hint={fields.name ? '请对照上面的证件，看看有没有认错或漏掉的字' : undefined}
        error={strict || lengthOf(name) > LONGEST_NAME ? nameError(nameLabel(kind), name) : null}
        onChange={(value) => changeDraft({ identity: { name: value } })}
      >
        <FromPaper paper={paper} field='name' label={nameLabel(kind)} />
        <AsRead read={fields.name} value={name} onTake={(asRead) => changeDraft({ identity: { name: asRead } })} />
      </Field>
      <Field
        label={numberLabel(kind)}
        value={number}
        kind={numberField(kind) === 'idNumber' ? 'id' : 'text'}
        typed={numberField(kind) === 'documentNumber' ? 'paperNumber' : 'idNumber'}
        doubtful={readNumber?.doubtful && readNumber.value === number}
        error={wrong?.text}
        onChange={(value) => changeDraft({ identity: { number: value, asPrinted: undefined } })}
      >
        {readNumber?.doubtful || wrong?.printable ? (
          <FromPaper paper={paper} field={numberField(kind)} label={numberLabel(kind)} />
        ) : null}
      </Field>
      {wrong?.printable || identity?.asPrinted ? (
        <Tick
          text='证件上就是这样，我逐位核对过。客户经理看过证件后受理'
          on={identity?.asPrinted ?? false}
          onChange={(on) => changeDraft({ identity: { asPrinted: on } })}
        />
      ) : null}
    </>
  )
}
