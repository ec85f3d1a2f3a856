import type { Person } from './Person'
import { paper } from './Town'

/** What an account manager and a reviewer do about a high-voltage case, on either device. Each begins at 待办. */

export async function acceptCase(manager: Person, name: string): Promise<void> {
  await manager.tap(/^核对身份并受理，/)
  await manager.tap('核对身份并受理')
  await manager.sees(`已与${name}核对过身份？受理后开始计时。`)
  await manager.tap('受理')
  await manager.button('上门勘察并取资料').waitFor()
}

/** From the case: survey, every paper wanted, the place, and the customer's signature, up to the last tap. */
export async function fillHighVoltageVisit(manager: Person): Promise<void> {
  await manager.tap('上门勘察并取资料')
  await manager.choose('不要架线，直接装表')
  await manager.fill('位置说明', '配电房计量柜')
  for (const kind of ['营业执照', '房地产权证', '政府认可的项目立项批文']) {
    await manager.choose(kind)
    await manager.takePicture(paper('property-works.jpg'), `拍照，${kind}`)
    await manager.hears('img', `${kind}第1张`)
  }
  await manager.takePicture(paper('property-works.jpg'), '拍照，现场照片')
  await manager.hears('img', '现场照片第1张')
  await manager.tap('请用户签名确认')
  await manager.sign()
  await manager.tap('签好了')
  await manager.hears('img', '用户签名')
}

/** From the case: the scheme that may be reviewed, and two reviewers asked at once. */
export async function askReviewers(manager: Person, people: string[]): Promise<void> {
  await manager.tap('答复供电方案')
  await manager.choose('10千伏专用线路，高供高计')
  await manager.fill('线路', '10千伏河东线')
  await manager.fill('杆号', '12号杆')
  await manager.choose('要停电')
  await manager.tap('选会签人')
  await manager.takePicture(paper('not-a-paper.jpg'), '拍照，方案图纸')
  await manager.hears('img', '方案图纸第1张')
  for (const one of people) await manager.tick(one)
  await manager.tap('同时送给他们')
  for (const one of people) await manager.hears('listitem', new RegExp(`${one}.*还没回`))
}

export async function objectTo(reviewer: Person, reason: string): Promise<void> {
  await reviewer.tap(/^会签供电方案，/)
  await reviewer.tap('会签供电方案')
  for (const words of ['10千伏河东线 12号杆', '接电时要停电', '800 千伏安', '10千伏专用线路，高供高计'])
    await reviewer.sees(words)
  await reviewer.tap('查看方案图纸1，会留下查看记录')
  await reviewer.hears('img', '方案图纸1')
  await reviewer.choose('不同意')
  await reviewer.fill('理由', reason)
}

/** The rest of the reply: what becomes of the objection. */
export async function fillReply(manager: Person, answer: string): Promise<void> {
  await manager.fill('怎么处理的', answer)
}

/** Every item of the checklist: sound, but for those named, each with what is wrong. */
export async function inspectItems(manager: Person, wrong: Record<string, string>): Promise<void> {
  const sound = manager.page.getByRole('radio', { name: '合格', exact: true }).filter({ visible: true })
  await sound.first().waitFor()
  for (let item = 0; item < (await sound.count()); item += 1) await sound.nth(item).tap()
  for (const [item, words] of Object.entries(wrong)) {
    const card = manager.page.locator('.item', { hasText: item }).filter({ visible: true })
    await card.getByRole('radio', { name: '有问题' }).tap()
    await manager.fill(`什么问题，${item}`, words)
  }
}
