import { beginToApply } from './applying'
import { openedPdf } from './openedPdf'
import type { Person } from './Person'
import { paper } from './Town'

/** What a company's agent does on the way to 10 kV, on either platform; what staff do lies between these steps. */
export const COMPANY = '柳州市龙潭机械制造有限公司'
const CREDIT_CODE = '91450200MA5N8W4R6K'

/** From a picture of the licence to the signature: 800 kVA, one source, applied for by an agent. */
export async function applyFor800Kva(agent: Person): Promise<void> {
  await beginToApply(agent)
  await agent.takePicture(paper('licence-machines.jpg'))
  await agent.sees('请核对一下')
  expect(await agent.valueOf('单位名称')).toBe(COMPANY)
  expect(await agent.valueOf('统一社会信用代码')).toBe(CREDIT_CODE)
  await agent.tap('下一步：在哪里用电')
  await agent.choose('我知道容量')
  await agent.seesNot('要不要两路电源')
  await agent.fill('用电容量（千伏安）', '800')
  await agent.sees('要不要两路电源')
  await agent.choose('一路就够')
  await agent.sees(/800千伏安，超过160千伏安，按10千伏高压办理/)
  await agent.tap(/^替单位办/)
  await agent.choose('我替单位办')
  await agent.fill('经办人姓名', '陈办事')
  await agent.fill('联系电话', '13900000008')
  await agent.sees('现在申请，最晚答复供电方案')
  await agent.sees('12月2日（周三）')
  await agent.sees(/您完工报验以后，不超过6个工作日检验送电/)
}

export async function openSignedForm(agent: Person): Promise<void> {
  const { text } = await openedPdf(agent, 'signedForm', () => agent.tap(/^我签的用电申请书/))
  for (const word of [COMPANY, CREDIT_CODE, '经办人陈办事', '800千伏安']) expect(text).toContain(word)
}

/** 补交: exactly what high voltage asks of an agent, one after the other. */
export async function handInWhatIsWanted(agent: Person): Promise<void> {
  await agent.hears('group', /^受电工程竣工报告，完工时交/)
  await agent.tap('拍照补交用电地址物业权属证明')
  await agent.takePicture(paper('property-works.jpg'))
  await agent.sees('不动产权证书')
  await agent.tap('交上去')
  await agent.hears('group', /^用电地址物业权属证明，已收到，不动产权证书/)
  await agent.tap('拍照补交用电工程项目批文')
  await agent.takePicture(paper('not-a-paper.jpg'))
  await agent.choose('建设工程规划许可证')
  await agent.tap('交上去')
  await agent.hears('group', /^用电工程项目批文，已收到，建设工程规划许可证/)
  await agent.tap('拍照补交法定代表人授权委托书')
  await agent.takePicture(paper('not-a-paper.jpg'))
  await agent.tap('交上去')
  await agent.sees('材料齐了')
}

/** A morning for the visit; the account manager is hurried, and once is enough. */
export async function agreeOnVisit(agent: Person, now: number): Promise<void> {
  // The phone's clock says what the town's does: a time that is over is not offered.
  await agent.page.evaluate((at) => {
    const ahead = at - Date.now()
    const running = Date.now.bind(Date)
    Date.now = () => running() + ahead
  }, now)
  await agent.tap(/^约上门勘察的时间/)
  await agent.choose('11月26日（周四）')
  await agent.choose('上午')
  await agent.tap('就这个时间')
  await agent.hears('button', /^约好11月26日（周四）上午上门勘察/)
  await agent.tap('等急了？催一催')
  await agent.sees('催过了，客户经理和主管都收到了。')
}

/** 投诉, in words of their own. */
export async function complain(agent: Person): Promise<void> {
  await agent.tap(/^投诉/)
  await agent.choose('告知的不清楚或者说错了')
  await agent.fill('说说经过（可以不写）', '电话里说要交三份材料')
  await agent.tap('交给主管')
  await agent.sees('等主管答复')
}

/** The scheme read, as a page and as a stamped paper. */
export async function readScheme(agent: Person): Promise<void> {
  await agent.sees('现在是您的时间')
  await agent.sees('这段时间不占供电公司的承诺。')
  await agent.tap('看供电方案')
  await agent.sees('10千伏城站线 12号杆')
  await agent.sees('高供高计')
  const { text } = await openedPdf(agent, 'caseDocument', () => agent.tap('要一份盖章的供电方案答复单'))
  for (const word of ['供电方案答复单', COMPANY, '盖章件编号']) expect(text).toContain(word)
}

/** The report photographed; the app closed meanwhile and the network gone, and still it is handed in once. */
export async function askForInspection(agent: Person, inspection: string): Promise<void> {
  await agent.device.open(inspection)
  await agent.sees('拍下竣工报告')
  await agent.takePicture(paper('not-a-paper.jpg'), '拍照，竣工报告')
  await agent.hears('img', '竣工报告第1张')
  await agent.device.open('/pages/home/index')
  await agent.sees('一张证件，当天受理')
  await agent.device.open(inspection)
  await agent.hears('img', '竣工报告第1张')
  await agent.page.context().setOffline(true)
  await agent.sees(/现在没有网络/)
  await agent.tap('申请竣工检验')
  await agent.sees('报验已存在手机里，有网后自动提交')
  await agent.page.context().setOffline(false)
  await agent.sees('已经申请检验')
}

/** The list answered item by item: the inspector's pictures seen, a tick each, a picture of what was put right. */
export async function putRight(agent: Person, inspection: string): Promise<void> {
  await agent.device.open(inspection)
  await agent.sees('有 2 处要改')
  await agent.sees('接地电阻偏大，实测 12 欧')
  await agent.hears('img', '第1条，检验员拍的第1张')
  expect(await agent.button('都改好了，重新报验').isDisabled()).toBe(true)
  await agent.takePicture(paper('not-a-paper.jpg'), '拍照，第1条改好的样子')
  await agent.hears('img', '第1条改好的样子第1张')
  await agent.tick('第1条改好了')
  await agent.sees('还有 1 条没勾')
  await agent.device.open('/pages/home/index')
  await agent.device.open(inspection)
  await agent.hears('img', '第1条改好的样子第1张')
  await agent.tick('第2条改好了')
}

export async function reportAgain(agent: Person): Promise<void> {
  await agent.tap('都改好了，重新报验')
  await agent.sees('第 2 次报验收到了')
  await agent.hears('img', '第1条，改好的样子第1张')
}

/** Power: what was promised and kept stage by stage, and five stars. */
export async function rateWithFiveStars(agent: Person): Promise<void> {
  await agent.sees('按时通电，承诺兑现。')
  await agent.sees('答复供电方案')
  await agent.sees('检验和送电')
  await agent.choose('5颗星')
  await agent.tap('提交评价')
  await agent.sees(/5 颗星，很满意。谢谢您。/)
}
