import { type Paper, type Person, people } from './truth'

const cell = (left: number, top: number, text: string, style = '') =>
  `<span style="left:${left}px;top:${top}px;${style}">${text}</span>`

const SAMPLE = '样本'

/** 居民身份证 front: blue labels, black values, lone 壮 and 女 beside their labels, the address over up to three lines. */
function idFront(person: Person): string {
  const [year, month, day] = person.birth.split('-').map(Number)
  const label = 'color:#3b78b4;font-size:23px'
  const value = 'font-size:28px;letter-spacing:1px'
  return `<div class="sheet" style="width:856px;height:540px;border-radius:32px;background:linear-gradient(120deg,#e9f2f7,#f7f3ee 45%,#dfeaf3)">
    ${cell(70, 66, '姓 名', label)}${cell(170, 58, person.name, 'font-size:33px;letter-spacing:2px')}
    ${cell(70, 134, '性 别', label)}${cell(170, 130, person.sex, value)}${cell(276, 134, '民 族', label)}${cell(370, 130, person.ethnicity, value)}
    ${cell(70, 200, '出 生', label)}${cell(170, 196, String(year), value)}${cell(250, 200, '年', label)}${cell(300, 196, String(month), value)}${cell(342, 200, '月', label)}${cell(390, 196, String(day), value)}${cell(434, 200, '日', label)}
    ${cell(70, 270, '住 址', label)}${cell(170, 264, person.address, `${value};width:330px;line-height:42px;white-space:normal;word-break:break-all`)}
    ${cell(70, 452, '公民身份号码', label)}${cell(280, 444, person.idNumber, 'font-size:34px;letter-spacing:4px;font-weight:500')}
    <i style="left:560px;top:70px;width:230px;height:290px;background:radial-gradient(circle at 50% 36%,#6b5b53 0 22%,#cfd6dc 23% 100%);border-radius:6px"></i>
    <i style="left:590px;top:250px;width:170px;height:110px;background:#4c5a6b;border-radius:80px 80px 0 0"></i>
    ${cell(786, 506, SAMPLE, 'font-size:13px;color:#8a949c')}</div>`
}

function idBack(fields: Record<string, string>): string {
  return `<div class="sheet" style="width:856px;height:540px;border-radius:32px;background:linear-gradient(120deg,#f3efe6,#e6eef3)">
    <i style="left:70px;top:60px;width:120px;height:120px;background:radial-gradient(#d8b24a 0 30%,#b73a34 31% 100%);border-radius:60px"></i>
    ${cell(270, 66, '中华人民共和国', 'font-size:44px;letter-spacing:12px')}${cell(290, 146, '居 民 身 份 证', 'font-size:58px;font-weight:700')}
    ${cell(180, 386, '签发机关', 'font-size:24px')}${cell(330, 382, fields.authority, 'font-size:28px')}
    ${cell(180, 444, '有效期限', 'font-size:24px')}${cell(330, 440, fields.validity, 'font-size:28px')}
    ${cell(786, 506, SAMPLE, 'font-size:13px;color:#8a949c')}</div>`
}

/** 营业执照: spaced two-character labels, and two columns so that a line of the left is level with one of the right. */
function licence(fields: Record<string, string>): string {
  const sole = fields.type === '个体工商户'
  const label = 'font-size:22px;font-weight:700'
  const value = 'font-size:22px;width:370px;white-space:normal;line-height:32px'
  const wide = (two: string) => two.split('').join('　　')
  const row = (left: number, top: number, name: string, text: string) =>
    cell(left, top, name, label) + cell(left + 140, top - 1, text, value)
  const scope = sole ? '餐饮服务；食品销售' : '通用零部件制造；机械设备销售；水资源管理；货物进出口'
  return `<div class="sheet" style="width:1180px;height:830px;background:#fbf8ee;border:14px double #b99a55;box-sizing:border-box">
    ${cell(80, 70, '统一社会信用代码', 'font-size:20px')}${cell(80, 102, fields.creditCode, 'font-size:24px;letter-spacing:1px;font-weight:500')}
    ${cell(420, 110, '营业执照', 'font-size:72px;letter-spacing:14px;font-weight:700')}${cell(540, 212, '（副　本）', 'font-size:26px')}
    ${row(80, 310, wide('名称'), fields.name)}${row(80, 380, wide('类型'), fields.type)}
    ${row(80, 450, sole ? '经 营 者' : '法定代表人', fields.legalPerson)}${row(80, 520, '经营范围', scope)}
    ${sole ? row(640, 310, '组成形式', '个人经营') : row(640, 310, '注册资本', '伍佰万圆整')}
    ${row(640, 380, sole ? '注册日期' : '成立日期', '2019年06月18日')}
    ${row(640, 450, sole ? '经营场所' : wide('住所'), fields.address)}
    ${cell(640, 660, '登记机关', 'font-size:26px;letter-spacing:8px')}${cell(700, 720, '2021 年 04 月 09 日', 'font-size:22px')}
    <i style="left:800px;top:590px;width:150px;height:150px;border:4px solid #c8403a;border-radius:80px;opacity:.55"></i>
    ${cell(1090, 780, SAMPLE, 'font-size:14px;color:#9a927f')}</div>`
}

/** 不动产权证书 inner page: a ruled table, values centred vertically beside one label even when they take two lines. */
function property(fields: Record<string, string>): string {
  const rows: [string, string][] = [
    ['权　利　人', fields.owner],
    ['共有情况', '单独所有'],
    ['坐　　　落', fields.location],
    ['不动产单元号', '450202001005GB00017F00030501'],
    ['权利类型', '国有建设用地使用权/房屋所有权'],
    ['权利性质', '出让/市场化商品房'],
    ['用　　　途', fields.usage],
    ['面　　　积', '共有宗地面积5210.36㎡/房屋建筑面积98.72㎡'],
    ['使用期限', '国有建设用地使用权2009年07月01日起2079年06月30日止'],
  ]
  const body = rows.map(([name, value]) => `<tr><th>${name}</th><td>${value}</td></tr>`).join('')
  return `<div class="sheet" style="width:760px;height:940px;background:#f6efe9">
    ${cell(90, 60, fields.certificateNumber.replace(/(?=不动产权)/, ' ').replace(/第/, ' 第 '), 'font-size:25px')}
    <table style="position:absolute;left:60px;top:120px;width:640px;border-collapse:collapse;font-size:23px">${body}
    <tr><th style="height:110px">权利其他状况</th><td></td></tr></table>
    ${cell(680, 905, SAMPLE, 'font-size:13px;color:#8f8580')}</div>`
}

const landscape = `<div style="position:absolute;inset:0;background:linear-gradient(#8fc1ea 0 55%,#6f9a58 55%)">
  <i style="left:380px;top:420px;width:420px;height:300px;background:#b9623f"></i><i style="left:340px;top:300px;width:500px;height:130px;background:#6b3326;clip-path:polygon(50% 0,100% 100%,0 100%)"></i>
  <i style="left:560px;top:560px;width:90px;height:160px;background:#4c2c20"></i><b style="position:absolute;left:420px;top:440px;font-size:52px;color:#fff">河边五金杂货店</b><i style="left:1080px;top:120px;width:130px;height:130px;border-radius:70px;background:#ffe9a3"></i></div>`

/** The page that shows one paper on a table, seen a little from the side, under uneven light. */
export function drawPaper({ kind, side, person, fields, shot }: Paper, width: number, height: number): string {
  const sheet =
    kind === 'idCard' && side === 'back'
      ? idBack(fields)
      : kind === 'idCard'
        ? idFront(people.find((one) => one.id === person)!)
        : kind === 'businessLicence'
          ? licence(fields)
          : kind === 'propertyCertificate'
            ? property(fields)
            : ''
  const [w, h] = kind === 'idCard' ? [856, 540] : kind === 'businessLicence' ? [1180, 830] : [760, 940]
  const scale = Math.min((width * 0.84) / w, (height * 0.84) / h) * shot.zoom
  return `<!doctype html><meta charset="utf-8"><style>
    *{margin:0;box-sizing:border-box} body{width:${width}px;height:${height}px;overflow:hidden;font-family:'Noto Sans SC';color:#1d1d1f;
    background:repeating-linear-gradient(94deg,#8a6647 0 38px,#7d5b3e 38px 41px,#94704f 41px 90px);perspective:1600px}
    .sheet{position:relative;box-shadow:6px 10px 26px #0008;transform:rotateX(${shot.pitch}deg) rotateY(${shot.yaw}deg) rotateZ(${shot.tilt}deg) scale(${scale})}
    .sheet span,i{position:absolute;white-space:nowrap} th,td{border:1.5px solid #6d5d55;height:72px;padding:6px 14px;vertical-align:middle;text-align:left;font-weight:400}
    th{width:190px;text-align:center}
    .scene{position:absolute;inset:0;display:flex;align-items:center;justify-content:center;perspective:1600px}
    .light{position:absolute;inset:0;background:linear-gradient(125deg,#fff3 0,#0000 45%,#0006 100%)}</style>
    <div class="scene">${sheet || landscape}</div><div class="light"></div>`
}
