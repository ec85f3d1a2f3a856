import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { goBack, goPublic } from '@/go'
import { allStored } from '@/outbox/storage'
import { platform } from '@/platform'
import { useElder } from './elder'
import { FullBar } from './FullBar'
import { Icon } from './Icon'
import { Notice } from './Notice'
import { OfflineBar } from './OfflineBar'
import { pressable, Row } from './Row'
import { heading, speak } from './speak'

interface Props {
  title: string
  children: ReactNode
  /** The page's one main action, fixed at the bottom. */
  foot?: ReactNode
  /** A first page has no way back. */
  root?: boolean
  /** For everybody: what stands on it needs no signing in. */
  open?: boolean
  /** Tables and boards on a desk. */
  wide?: boolean
}

/** The frame of every page: title, elder mode, the state of the network and of the login. */
export function Screen({ title, children, foot, root = false, open = false, wide = false }: Props) {
  const elder = useElder()
  const shown = open || platform.signedIn()
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title })
  }, [title])
  const classes = ['screen', elder ? 'elder' : '', wide ? 'screen--wide' : '']
  return (
    <View className={classes.filter(Boolean).join(' ')}>
      <View className='screen__top'>
        {platform.name === 'h5' ? <WebBar title={title} root={root} /> : null}
        <OfflineBar />
        <FullBar />
      </View>
      <View className='screen__main' {...speak('main')}>
        <View className='screen__body'>{shown ? children : <SignInFirst />}</View>
        {foot && shown ? (
          <View className='screen__foot'>
            <View className='screen__foot-inner'>{foot}</View>
          </View>
        ) : null}
      </View>
    </View>
  )
}

/** WeChat draws its own bar; the web page needs one. */
const WebBar = ({ title, root }: { title: string; root: boolean }) => (
  <View className='bar' {...speak('banner')}>
    {root ? (
      <View className='bar__side' />
    ) : (
      <View className='bar__back' onClick={goBack} {...speak('button', '返回')} {...pressable(goBack)}>
        <Icon name='back' />
      </View>
    )}
    <Text className='bar__title' {...heading(1)}>
      {title}
    </Text>
    <View className='bar__side' />
  </View>
)

const SignInFirst = () => (
  <>
    <Notice
      tone='soon'
      title='请先登录'
      text={allStored() ? '登录后接着办。您填过的内容都存着，不会丢。' : '手机存不下了，刚才填的登录后要重填。'}
      action={{
        text: '去登录',
        onTap: () => {
          if (platform.signInPath) window.location.href = platform.signInPath
        },
      }}
    />
    <View className='card'>
      <Row icon='paper' text='需要什么材料' note='不用登录' onTap={() => goPublic('materials')} />
      <Row icon='book' text='办事指南' note='不用登录' onTap={() => goPublic('guide')} />
    </View>
  </>
)
