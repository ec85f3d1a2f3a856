import type { PersonaId } from '../../support/driver'
import { photographIdCard } from './applying'
import type { Cases } from './casesInEveryStage'
import type { Person } from './Person'

/** A page as somebody may have it before them. */
export interface PageState {
  who: PersonaId
  name: string
  address: string
  /** Stand on the page once it is loaded. */
  words: string | RegExp
  /** What the person does before it is looked at. */
  then?: (person: Person) => Promise<unknown>
}

/** Every page of the app, in every state that lays it out differently: new ones are added here and looked at by every check. */
export function pageStates(cases: Cases): PageState[] {
  return [...applying(), ...ofApplicants(cases), ...ofHighVoltage(cases), ...ofManagers(cases), ...ofOthers(cases)]
}

type Rest = [name: string, address: string, words: PageState['words'], then?: PageState['then']]
const by = (who: PersonaId, states: Rest[]): PageState[] =>
  states.map(([name, address, words, then]) => ({ who, name, address, words, then }))
const of = (page: string, id: string) => `/${page}/index?id=${id}`

/** 店主 has an application half filled; whoever photographs leaves one behind, see `casesInEveryStage`. */
const applying = () =>
  by('shop', [
    ['home, a draft', '/pages/home/index', '继续上次的申请'],
    ['place', '/pages/apply-place/index', '做什么用', (person) => person.tap(/替别人办/)],
    ['sign', '/pages/apply-sign/index', '用电申请书'],
  ])

const ofApplicants = ({ accepted, waiting, withdrawn, powered, rated }: Cases) => [
  ...by('resident', [
    ['home', '/pages/home/index', '承诺最晚通电'],
    ['guide', '/service/guide/index', '以上内容由现行规定自动生成。'],
    ['materials', '/service/materials/index', '店铺、公司'],
    [
      'materials, answered',
      '/service/materials/index',
      '店铺、公司',
      async (person) => {
        await person.choose('店铺、公司')
        await person.choose('160 千伏安以内')
        await person.choose('新装')
        await person.sees('只要2样')
      },
    ],
    ['certificate', '/pages/apply-certificate/index', '手边没有证件？手工填写'],
    [
      'certificate, by hand',
      '/pages/apply-certificate/index',
      '手边没有证件？手工填写',
      (person) => person.tap('手边没有证件？手工填写'),
    ],
    ['sign, nothing filled', '/pages/apply-sign/index', '这份申请还没填完，或者已经提交了。'],
    ['case', of('pages/case', accepted), '您的客户经理', (person) => person.tap(/^拍照补交/)],
    ['case, waiting', of('pages/case', waiting), '正在受理', (person) => person.tap('不办了，撤回并删除我的资料')],
    ['case, withdrawn', of('pages/case', withdrawn), '不再办理'],
    ['correct', of('service/correct', accepted), '重新签名'],
    ['appoint', of('service/appoint', accepted), /^哪天方便/],
    ['why', of('service/why', accepted), '一天一天数'],
    ['time', of('service/time', accepted), '每一步的记录'],
    ['complain', of('service/complain', accepted), '什么事让您不满意？'],
    ['documents', of('service/documents', accepted), '要一份盖章的'],
  ]),
  ...by('neighbour', [
    [
      'certificate, read',
      '/pages/apply-certificate/index',
      '手边没有证件？手工填写',
      async (person) => {
        await person.tick('我已阅读并同意《个人信息告知书》')
        await photographIdCard(person)
      },
    ],
    ['home, power', '/pages/home/index', '办完的'],
    ['case, power', of('pages/case', powered), '说到做到了吗'],
    ['case, rated', of('pages/case', rated), '已通电'],
    ['why, power', of('service/why', powered), '一天一天数'],
    ["another's case", of('pages/case', accepted), /^没有找到这件申请/],
  ]),
]

const ofHighVoltage = ({ building, failed }: Cases) =>
  by('company', [
    ['home, high voltage', '/pages/home/index', '整改中'],
    ['case, building', of('pages/case', building), '施工中'],
    ['inspection, to report', of('service/inspection', building), '竣工报告'],
    ['case, to put right', of('pages/case', failed), '整改中'],
    ['inspection, to put right', of('service/inspection', failed), '有 2 处要改'],
    ['scheme', of('service/scheme', failed), '供电公司这样答复您'],
    ['time, high voltage', of('service/time', failed), '路上遇到的事'],
    ['why, high voltage', of('service/why', failed), '现在是您的时间'],
    ['documents, high voltage', of('service/documents', failed), '要一份盖章的'],
    ['complaint, not answered', of('service/complain', failed), '等主管答复'],
    ['nothing to agree on', of('service/appoint', failed), '现在没有要约的时间。轮到上门时会告诉您。'],
  ])

const ofManagers = ({ accepted, waiting, surveyed, building, reported, planning }: Cases) =>
  by('manager', [
    ['tasks', '/staff/tasks/index', '李强，您好'],
    ['staff case', of('staff/case', accepted), /上门勘察/],
    ['staff case, waiting', of('staff/case', waiting), /核对身份并受理/],
    ['visit', of('staff/visit', accepted), '进门左侧墙面'],
    ['appoint, staff', of('staff/appoint', accepted), '上午还是下午'],
    ['anomaly', of('staff/anomaly', accepted), '什么原因'],
    ['reassign, nobody there', of('staff/reassign', accepted), '没有人可以接'],
    ['staff case, building', of('staff/case', building), '谁的时间'],
    ['staff case, planning', of('staff/case', planning), '会签'],
    ['reply', of('staff/reply', planning), '用哪种方案', (person) => person.choose('10千伏专用线路，高供高计')],
    ['inspect', of('staff/inspect', reported), '看什么'],
    [
      'energize, to confirm',
      of('staff/energize', surveyed),
      '电表号',
      async (person) => {
        await person.fill('电表号', '4502000012399')
        await person.tap('确认送电')
      },
    ],
    ['report', of('staff/report', building), /报验/],
    ['contact', of('staff/contact', building), '有什么困难'],
    ['cover', '/staff/cover/index', /代班/],
    ['counter', '/staff/counter/index', '开始办'],
    ['points', '/staff/points/index', /^10千伏/],
  ])

const ofOthers = ({ failed, planning }: Cases) => [
  ...by('reviewer', [
    ['tasks of a reviewer', '/staff/tasks/index', /您好/],
    ['review', of('staff/review', planning), '您的意见'],
  ]),
  ...by('supervisor', [
    ['overview', '/staff/overview/index', '在办申请'],
    ['overview, troubled', '/staff/overview/index?only=troubled', '有用时异常的申请'],
    ['ledger', of('staff/ledger', failed), '记录完整，前后一致'],
    ['complaint', of('staff/complaint', failed), '待答复'],
  ]),
  ...by('manager3', [
    ['reassign', of('staff/reassign', failed), '给谁办'],
    ['outage', of('staff/outage', failed), '调度批下来是哪一天'],
  ]),
  ...by('newcomer', [
    ['bind', '/staff/bind/index?invitation=local-demo-invitation-qinhui', '绑定后就能办件'],
    ['bind, no invitation', '/staff/bind/index', '没有邀请'],
  ]),
]
