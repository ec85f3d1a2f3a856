import type { Finding } from '@shared/certificates/findings'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Choice } from '@/ui/Choice'
import { Notice } from '@/ui/Notice'

/** The paper can be handed in as it is; another takes its place; something else comes before it. */
type Answer = 'asItIs' | 'another' | 'notYet'

/** What is asked of a paper that names somebody else, and what comes first where it cannot be handed in yet. */
const QUESTIONS = {
  otherOwner: {
    label: '房子是',
    answers: [
      { value: 'asItIs', text: '家人的、共有的，或认错了字', note: '就用这张' },
      { value: 'another', text: '租来的', note: '改拍租用房屋凭证' },
      { value: 'notYet', text: '房主自己用电，我替房主办', note: '申请人应当是房主' },
    ],
    first: '请在页面最下面撤回这件，再用房主的证件申请，选“替别人办”。低压不用委托书，高压以后补一份授权委托书。',
  },
  otherName: {
    label: '这张证件是',
    answers: [
      { value: 'asItIs', text: '申请人的，只是认错了字', note: '就用这张' },
      { value: 'another', text: '别人的，拍错了', note: '重新拍申请人的' },
      { value: 'notYet', text: '申请人的，申请里名字写错了', note: '先更正' },
    ],
    first: '请在页面下面的“申请内容”里更正名字，重新签名，再交这张。',
  },
} as const

interface Props {
  finding: Extract<Finding, { code: keyof typeof QUESTIONS }>
  /** The name as the paper has it. */
  children: ReactNode
  onAnswer: (answer: Answer) => void
}

/** The paper names somebody else: one plain question, each answer with what the rules say to do. */
export function OwnerQuestion({ finding, children, onAnswer }: Props) {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const { label, answers, first } = QUESTIONS[finding.code]
  return (
    <View>
      <Notice tone='soon' title={finding.text} text='是哪一种情况？'>
        {children}
      </Notice>
      <Choice
        label={label}
        options={[...answers]}
        value={answer}
        onChange={(chosen) => {
          setAnswer(chosen as Answer)
          onAnswer(chosen as Answer)
        }}
      />
      {answer === 'notYet' ? <Notice tone='soon' text={first} /> : null}
    </View>
  )
}
