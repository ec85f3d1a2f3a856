import type { ProblemView } from '@shared/contract/details'
import { type InspectionCode, inspectionItemOf } from '@shared/rules/inspection'
import { View } from '@tarojs/components'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { picturesIn, type SheetProblem } from '../sheet/Sheet'
import type { OpenSheet } from '../sheet/useSheet'
import { ProblemWords } from '../ui/ProblemWords'
import { TakePictures } from '../ui/TakePictures'
import { USUAL_PROBLEMS } from './usualProblems'

/** A line of the list before, by its place on it. */
export interface ListedProblem {
  number: number
  problem: ProblemView
}

interface Props {
  code: InspectionCode
  page: OpenSheet<'inspect'>
  round: number
  caseId: string
  /** What the list before said of this item. */
  before: ListedProblem[]
}

const newId = () => `problem-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`

/** One item of the checklist: in order, or what is wrong with it, by which clause, with photographs. */
export function InspectedItem({ code, page, round, caseId, before }: Props) {
  const { title, clause } = inspectionItemOf(code)
  const { sheet, edit, removePictures } = page
  const verdict = sheet.entry.verdicts[code] ?? null
  const mine = sheet.entry.problems.filter(({ item }) => item === code)
  const again = before.length > 0

  const blank = (from?: ProblemView): SheetProblem => {
    return { id: newId(), item: code, what: from?.what ?? '', clause: from?.clause ?? clause }
  }
  const judge = (verdict: 'sound' | 'wrong') => {
    if (verdict === 'sound') removePictures((slot) => mine.some(({ id }) => id === slot))
    edit((entry) => {
      const others = entry.problems.filter(({ item }) => item !== code)
      const kept = entry.problems.filter(({ item }) => item === code)
      // Not put right: it is the same words again, to be corrected.
      const begun = kept.length > 0 ? kept : again ? before.map(({ problem }) => blank(problem)) : [blank()]
      const problems = verdict === 'wrong' ? [...others, ...begun] : others
      return { round, verdicts: { ...entry.verdicts, [code]: verdict }, problems }
    })
  }
  const change = (id: string, to: Partial<SheetProblem>) =>
    edit(({ problems }) => ({ problems: problems.map((one) => (one.id === id ? { ...one, ...to } : one)) }))
  const drop = (id: string) => {
    removePictures((slot) => slot === id)
    edit(({ problems }) => ({ problems: problems.filter((one) => one.id !== id) }))
  }

  return (
    <Card className='snug item' title={title}>
      {before.map(({ number, problem }) => (
        <ProblemWords key={number} caseId={caseId} problem={problem} number={number} underItem />
      ))}
      <Choice
        label={again ? `第${before.map(({ number }) => number).join('、')}条改好了吗` : `依据：${clause}`}
        spoken={again ? undefined : `${title}，依据：${clause}`}
        grid
        options={[
          { value: 'sound', text: again ? '改好了' : '合格' },
          { value: 'wrong', text: again ? '还没改好' : '有问题' },
        ]}
        value={verdict}
        onChange={(answer) => judge(answer as 'sound' | 'wrong')}
      />
      {verdict === 'wrong' ? (
        <>
          {mine.map((problem, index) => (
            <OneProblem
              key={problem.id}
              problem={problem}
              name={`${title}${mine.length > 1 ? `第${index + 1}处` : ''}`}
              page={page}
              change={(to) => change(problem.id, to)}
              drop={mine.length > 1 ? () => drop(problem.id) : undefined}
            />
          ))}
          <Action
            kind='quiet'
            label={`${title}，再写一处问题`}
            onTap={() => edit(({ problems }) => ({ problems: [...problems, blank()] }))}
          >
            这一项还有别的问题
          </Action>
        </>
      ) : null}
    </Card>
  )
}

interface ProblemProps {
  problem: SheetProblem
  name: string
  page: OpenSheet<'inspect'>
  change: (to: Partial<SheetProblem>) => void
  drop?: () => void
}

function OneProblem({ problem: { id, item, what, clause }, name, page, change, drop }: ProblemProps) {
  const words = USUAL_PROBLEMS[item].filter((one) => !what.includes(one))
  return (
    <View className='wrong'>
      <Field
        label={`什么问题，${name}`}
        value={what}
        onChange={(said) => change({ what: said })}
        tall
        maxLength={200}
        placeholder='点下面的词，或自己写清在哪里、差什么'
      />
      {words.length > 0 ? (
        <View className='words'>
          {words.map((one) => (
            <View key={one} className='words__word'>
              <Action
                kind='quiet'
                label={`写上：${one}${drop ? `，${name}` : ''}`}
                onTap={() => change({ what: [what.trim(), one].filter(Boolean).join('；') })}
              >
                {one}
              </Action>
            </View>
          ))}
        </View>
      ) : null}
      <Field
        label={`依据的条款，${name}`}
        value={clause}
        onChange={(said) => change({ clause: said })}
        maxLength={100}
      />
      <View className='gap'>
        <TakePictures
          of={`${name}的照片`}
          named
          pictures={picturesIn(page.sheet, id)}
          onAdd={(picture) => page.addPicture(id, 'problem', picture)}
          onRemove={(key) => page.removePictures((_, other) => other === key)}
        />
      </View>
      {drop ? (
        <Action kind='quiet' label={`删掉${name}`} onTap={drop}>
          删掉这一处
        </Action>
      ) : null}
    </View>
  )
}
