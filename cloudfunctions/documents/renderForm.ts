import { FORM_TITLE } from '@shared/applicationForm'
import { beijingDay } from '@shared/time/localDate'
import { shownTime } from '@shared/time/spokenTime'
import type { SignedForm } from '../lib/store/documents'
import { Paper } from './Paper'

/** 用电申请书 as a PDF with its own Chinese font: the words signed, the signature, the time and the digest. */
export async function renderForm(form: SignedForm, signature: Buffer, caseId: string): Promise<Buffer> {
  const paper = new Paper(FORM_TITLE, new Date(form.signedAt))
  paper.text(FORM_TITLE, { size: 24, align: 'center' })
  paper.text(`申请编号 ${caseId}`, { size: 10, color: '#5b6670', align: 'center' })
  paper.gap(16)
  for (const [label, value] of form.rows) paper.row(label, value, 13)
  paper.gap(12)
  for (const statement of form.statements) {
    paper.text(statement, { size: 13 })
    paper.gap(4)
  }
  paper.gap(8)
  paper.text('签名', { size: 11, color: '#5b6670' })
  paper.picture(signature, 220, 90)
  paper.row('签名时间', `${beijingDay(form.signedAt)} ${shownTime(form.signedAt)}（北京时间）`, 11)
  paper.row('个人信息告知书', `已同意 ${form.consentNotice} 版`, 11)
  paper.gap(8)
  paper.text('内容摘要（SHA-256）', { size: 9, color: '#5b6670' })
  paper.text(form.digest, { size: 9 })
  paper.text('以上文字、签名和时间改动任何一处，摘要都会不同；同一摘要记在这件申请不可更改的办理记录里。', {
    size: 9,
    color: '#5b6670',
  })
  paper.text('本申请书由申请人的证件自动生成，申请人核对后签名，无需填写其他表格。', { size: 9, color: '#5b6670' })
  return paper.bytes()
}
