import type { Person } from './Person'
import { paper } from './Town'

/** From the first page to the camera: the consent comes first. */
export async function beginToApply(resident: Person): Promise<void> {
  await resident.tap('我要用电')
  await resident.tick('我已阅读并同意《个人信息告知书》')
}

/** The certificate is photographed and read by the engine; ends with its fields on the screen. */
export async function photographIdCard(resident: Person, file = 'id-wei.jpg'): Promise<void> {
  await resident.takePicture(paper(file))
  await resident.sees('正在识别，请稍等…')
  await resident.sees('请核对一下')
}

/** Name and number by hand, with no certificate. */
export async function typeIdentity(resident: Person, name: string, number: string): Promise<void> {
  await resident.tap('手边没有证件？手工填写')
  await resident.fill('姓名', name)
  await resident.fill('身份证号', number)
}

export interface Place {
  /** Typed when the certificate's address was not read, or is not the place. */
  address?: string
  district?: string
}

/** Second screen; ends on the third. */
export async function sayWhere(resident: Person, { address, district }: Place = {}): Promise<void> {
  await resident.tap('下一步：在哪里用电')
  await resident.sees('做什么用')
  if (address) await resident.fill('用电地址', address)
  if (district) await resident.choose(district)
  await resident.choose('家里用')
  await resident.fill('联系电话', '13807720001')
  await resident.sees('现在申请，最晚通电')
  await resident.tap('下一步：核对签名')
  await resident.sees('用电申请书')
}

/** From the second screen on: signed, handed in, accepted. */
export async function signAndSubmit(applicant: Person): Promise<void> {
  await applicant.tap('下一步：核对签名')
  await applicant.sees('用电申请书')
  await applicant.sign()
  await applicant.tap('提交申请')
  await applicant.sees('受理好了')
}

/** The whole application of 韦小红, up to the signature. */
export async function applyUpToSubmit(resident: Person): Promise<void> {
  await beginToApply(resident)
  await photographIdCard(resident)
  await sayWhere(resident)
  await resident.sign()
}
