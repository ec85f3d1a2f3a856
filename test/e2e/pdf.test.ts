import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { closedPdf } from '../functions/support/closedPdf'
import { manyPages } from '../functions/support/makePdf'
import { paperPdf } from '../functions/support/paperPdf'
import { miniProgram, webPage } from './support/devices'
import { applyForHighVoltage, bringToReplied } from './support/highVoltageCase'
import { Town } from './support/Town'

/** A paper people have as a file: chosen like a photograph, seen page by page, handed in. */
let town: Town
const folder = mkdtempSync(path.join(tmpdir(), 'onecert-e2e-pdf-'))
const file = (name: string, bytes: Buffer) => {
  writeFileSync(path.join(folder, name), bytes)
  return path.join(folder, name)
}
let contract: string
beforeAll(async () => {
  town = await Town.start()
  contract = file(
    'contract.pdf',
    await paperPdf((pdf) => {
      pdf.fontSize(30).text('商品房买卖合同', { align: 'center' })
      pdf.fontSize(16).text('买受人：韦小红')
      pdf.addPage().fontSize(16).text('第二页：签字盖章')
    }),
  )
})
afterEach(async () => {
  const errors = town.errors()
  await town.closePhones()
  expect(errors).toEqual([])
})
afterAll(async () => {
  await town.stop()
  rmSync(folder, { recursive: true })
})

describe.each([
  ['web', webPage],
  ['weapp', miniProgram],
] as const)('%s', (name, device) => {
  test('an applicant hands in a contract as a PDF; what cannot be taken names its remedy', async () => {
    const { id } = await (await town.session('resident')).apply()
    const resident = await town.person('resident', device)
    await resident.device.open(`/pages/case/index?id=${id}`)
    await resident.tap(/^拍照补交/)
    await resident.takePicture(file('closed.pdf', await closedPdf({ userPassword: '1' })), '选 PDF 文件')
    await resident.sees(/请用没有密码的文件/)
    await resident.takePicture(file('long.pdf', manyPages(12)), '选 PDF 文件')
    await resident.sees(/有 12 页，这样材料最多还能放 6 页/)
    await resident.takePicture(file('huge.pdf', Buffer.alloc(10_000_001)), '选 PDF 文件')
    await resident.sees(/太大了（最大 10MB）/)
    await resident.takePicture(contract, '选 PDF 文件')
    await resident.hears('img', '第1张照片')
    await resident.hears('img', '第2张照片')
    await resident.sees('购房合同')
    await resident.shot(`pdf-${name}-pages`)
    await resident.tap('交上去')
    await resident.sees('材料齐了')
  })

  test('a company reports its works with the PDF it was given, and is asked for nothing else', async () => {
    const id = await applyForHighVoltage(await town.session('company'))
    await bringToReplied(await town.session('manager'), id)
    const company = await town.person('company', device)
    await company.device.open(`/service/inspection/index?id=${id}`)
    await company.sees('拍下竣工报告')
    await company.takePicture(contract, '选 PDF 文件')
    await company.hears('img', '竣工报告第2张')
    await company.tap('申请竣工检验')
    await company.sees('已经申请检验')
    const { rounds, materials } = await (await town.session('company')).call('applicant', 'case', { id })
    expect(rounds).toHaveLength(1)
    expect(materials.find(({ group }) => group === 'completionReport')?.received?.pictures).toHaveLength(2)
  })

  test('an account manager adds a PDF to the visit: its pages wait on the phone as pictures', async () => {
    const { id } = await (await town.session('neighbour')).apply({ person: 'qin' })
    const manager = await town.person('manager', device)
    await manager.device.open(`/staff/visit/index?id=${id}`)
    await manager.choose('不要架线，直接装表')
    await manager.choose('进门左侧墙面')
    await manager.choose('购房合同')
    await manager.takePicture(contract, '选 PDF 文件，购房合同')
    await manager.hears('img', '购房合同第2张')
    await manager.shot(`pdf-${name}-visit`)
    await manager.tap('提交')
    await manager.sees('已提交')
    const { pictures } = await (await town.session('manager')).call('staff', 'case', { id })
    expect(pictures.filter(({ purpose }) => purpose === 'property')).toHaveLength(2)
  })
})
