import {
  isOrganisation,
  nameLabel,
  numberField,
  numberLabel,
  ORGANISATION_KINDS,
  PERSON_KINDS,
} from '@shared/certificates/identityKinds'
import { Action } from '@/ui/Action'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { Cutout } from '@/ui/Photo'
import { changeDraft, useDraft } from './draft'
import { numberError } from './numberError'
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
  const wrongNumber = number || strict ? numberError(kind, number) : null
  return (
    <>
      {chooseKind ? (
        <>
          <Choice
            label='用哪种证件'
            grid
            options={organisation ? [...ORGANISATION_KINDS] : [...PERSON_KINDS]}
            value={kind}
            onChange={(chosen) => changeDraft({ identity: { kind: chosen } })}
          />
          <Action
            kind='quiet'
            onTap={() =>
              changeDraft({ identity: { kind: (organisation ? PERSON_KINDS : ORGANISATION_KINDS)[0].value } })
            }
          >
            {organisation ? '改用个人的证件' : '单位申请？改用单位的证件'}
          </Action>
        </>
      ) : null}
      <Field
        label={nameLabel(kind)}
        value={name}
        placeholder={organisation ? '证照上的单位名称' : '证件上的姓名'}
        doubtful={fields.name?.doubtful && fields.name.value === name}
        hint={fields.name ? '请对照上面的证件，看看有没有认错或漏掉的字' : undefined}
        error={strict && name.trim().length < 2 ? `请填写${nameLabel(kind)}` : null}
        onChange={(value) => changeDraft({ identity: { name: value } })}
      >
        {src && reading && fields.name?.quad ? (
          <Cutout src={src} size={reading.size} corners={fields.name.quad} label={`证件上${nameLabel(kind)}的原样`} />
        ) : null}
      </Field>
      <Field
        label={numberLabel(kind)}
        value={number}
        kind={numberField(kind) === 'idNumber' ? 'id' : 'text'}
        maxLength={numberField(kind) === 'documentNumber' ? 30 : 18}
        doubtful={readNumber?.doubtful && readNumber.value === number}
        error={wrongNumber}
        onChange={(value) => changeDraft({ identity: { number: value.trim().toUpperCase() } })}
      />
    </>
  )
}
