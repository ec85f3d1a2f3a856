import type { ResponseOf } from '@shared/contract'
import type { StaffCaseView } from '@shared/contract/case'
import { reviewRules } from '@shared/rules/schemes'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { staff } from '@/api'
import { asFailure, type Failure } from '@/failure'
import { handIn } from '@/outbox/handIn'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Tick } from '@/ui/Choice'
import { FailureNotice } from '@/ui/Notice'
import { pointsMissing, pointsSaid } from '../sheet/highVoltageSheets'
import { type Entries, slotsAt } from '../sheet/Sheet'
import { together } from '../sheet/together'
import type { SheetPage } from '../sheet/useSheet'
import { TakePictures } from '../ui/TakePictures'
import { useDrawing } from './useDrawing'

type Reviewer = ResponseOf<'staff', 'colleagues'>['reviewers'][number]

interface Props {
  of: StaffCaseView
  /** The reply as far as it is filled in: that is what reviewers are asked about. */
  page: SheetPage<'reply'>
}

/** Why a scheme may be put before reviewers. That it is itself no standard one the server says by its title. */
export const reviewWords = (because: string[], title: string): string =>
  because.map((reason) => (reason === title ? '不是标准化方案' : reason)).join('、')

/** Whether somebody was asked about just this; a point of the list is compared by the server, which knows its name. */
function isAbout(
  { scheme, proposed }: StaffCaseView['reviews'][number],
  title: string,
  entry: Entries['reply'],
): boolean {
  const points = [entry, ...(entry.standby ? [entry.standby] : [])]
  return (
    scheme === title &&
    proposed?.outage === entry.outage &&
    points.every(({ point, line, pole }, place) => {
      const asked = proposed?.points[place]
      return point === '' && asked?.line === line.trim() && asked.pole === pole.trim()
    })
  )
}

/** 送会签: for the schemes the plan names, everybody at once, never required; the reply waits for nobody. */
export function AskReview({ of, page: { sheet, view } }: Props) {
  const { entry } = sheet
  const { template } = entry
  const [reviewers, setReviewers] = useState<Reviewer[] | null>(null)
  const [picked, setPicked] = useState<string[]>([])
  const drawing = useDrawing()
  const [failed, setFailed] = useState<Failure | null>(null)
  const chosen = of.templates.find(({ code }) => code === template)
  if (!chosen || !template || !of.actions.includes('askReview')) return null
  if (chosen.reviewBecause.length === 0)
    return (
      <Card title='会签'>
        <Text>标准化方案免审批，不用送任何人看，直接答复用户。</Text>
      </Card>
    )

  const attempt = async (work: () => Promise<void>) => {
    setFailed(null)
    try {
      await work()
    } catch (thrown) {
      const failure = asFailure(thrown)
      setFailed(failure)
      if (failure.code === 'CASE_CHANGED') await view.reload()
    }
  }
  const look = () => attempt(async () => setReviewers((await staff('colleagues', { id: of.id })).reviewers))
  const ask = () =>
    attempt(async () => {
      const said = { template, ...pointsSaid(entry), outage: entry.outage!, drawing: [], reviewers: picked }
      const about = { intention: `askReview:${of.id}`, title: '送会签' }
      const slots = slotsAt('drawing', drawing.handOver())
      view.replace(await handIn('staff', 'askReview', { id: of.id, version: of.version, ...said }, about, { slots }))
      drawing.clear()
      setPicked([])
      setReviewers(null)
    })

  // Whoever was asked about another scheme can be asked about this one, and is no further person.
  const open = (reviewers ?? []).filter(
    (one) =>
      !of.reviews.some(
        (review) =>
          review.name === one.name && review.department === one.department && isAbout(review, chosen.title, entry),
      ),
  )
  const circle = [...of.reviews, ...open.filter(({ id }) => picked.includes(id))]
  const departments = new Set(circle.map(({ department }) => department))
  const people = new Set(circle.map(({ name, department }) => `${department} ${name}`)).size
  const tooWide = people > reviewRules.reviewers || departments.size > reviewRules.departments
  const lacking = together(
    ...pointsMissing(entry, chosen),
    entry.outage === null && '请选接电时要不要停电',
    picked.length === 0 && '请先勾选会签的人',
    tooWide && '选的人太多了，请减少',
  )
  return (
    <Card title='请人会签' aside='不是必须'>
      <Text className='block'>
        这个方案可以请人看：{reviewWords(chosen.reviewBecause, chosen.title)}
        。会签人看到的是您填的接入点、停电、用电容量和图纸。大家同时看，承诺的日子不变；到答复时还没回的，照常答复。
      </Text>
      <View className='gap'>
        {reviewers === null ? (
          <Action kind='plain' icon='user' onTap={look} busyText='正在取名单…'>
            {of.reviews.length > 0 ? '再请几个人' : '选会签人'}
          </Action>
        ) : open.length === 0 ? (
          <Text className='muted'>会签人都已经送到了。</Text>
        ) : (
          <>
            {open.map(({ id, name, department, away }) => (
              <Tick
                key={id}
                text={`${department} ${name}${away ? '（休假）' : ''}`}
                on={picked.includes(id)}
                onChange={(on) => setPicked((now) => (on ? [...now, id] : now.filter((other) => other !== id)))}
              />
            ))}
            <Text className={tooWide ? 'field__error' : 'muted small block'} aria-live='polite'>
              {`已选${people}人、${departments.size}个部门，最多${reviewRules.reviewers}人、${reviewRules.departments}个部门`}
            </Text>
            <Text className='block gap'>方案图纸，没有可以不附</Text>
            <TakePictures
              of='方案图纸'
              named
              pdf='drawing'
              pictures={drawing.pictures}
              onAdd={drawing.add}
              onRemove={drawing.remove}
            />
            <View className='gap'>
              <Action kind='plain' icon='user' missing={lacking} onTap={ask} busyText='正在送…'>
                同时送给他们
              </Action>
            </View>
          </>
        )}
      </View>
      <FailureNotice failure={failed} />
    </Card>
  )
}
