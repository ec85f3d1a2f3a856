import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Choice } from '@/ui/Choice'
import { Notice } from '@/ui/Notice'

type Owner = 'rented' | 'family' | 'owner'

interface Props {
  /** Who owns and who applies, by name. */
  text: string
  /** The owner's name as the paper has it. */
  children: ReactNode
  /** The family's paper can be handed in; a tenancy's takes its place; an owner has to apply themselves. */
  onAnswer: (answer: Owner) => void
}

/** The deed names somebody else: one plain question, each answer with what the rules say to do. */
export function OwnerQuestion({ text, children, onAnswer }: Props) {
  const [answer, setAnswer] = useState<Owner | null>(null)
  return (
    <View>
      <Notice tone='soon' title={text} text='是哪一种情况？'>
        {children}
      </Notice>
      <Choice
        label='房子是'
        options={[
          { value: 'family', text: '家人的、共有的，或认错了字', note: '就用这张' },
          { value: 'rented', text: '租来的', note: '改拍租用房屋凭证' },
          { value: 'owner', text: '房主自己用电，我替房主办', note: '申请人应当是房主' },
        ]}
        value={answer}
        onChange={(chosen) => {
          setAnswer(chosen as Owner)
          onAnswer(chosen as Owner)
        }}
      />
      {answer === 'owner' ? (
        <Notice
          tone='soon'
          text='请在页面最下面撤回这件，再用房主的证件申请，选“替别人办”。低压不用委托书，高压以后补一份授权委托书。'
        />
      ) : null}
    </View>
  )
}
