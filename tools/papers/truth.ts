import { creditCheckCharacter } from '../../shared/certificates/checkCreditCode'
import { idCheckCharacter } from '../../shared/certificates/checkIdNumber'

/** Everything here is invented; every number carries a valid check character so that the checks have something to check. */
const id = (first17: string) => first17 + idCheckCharacter(first17)
const credit = (first17: string) => first17 + creditCheckCharacter(first17)

export type Person = {
  id: string
  name: string
  sex: string
  ethnicity: string
  birth: string
  address: string
  idNumber: string
}

const person = (key: string, name: string, ethnicity: string, first17: string, address: string): Person => ({
  id: key,
  name,
  sex: Number(first17[16]) % 2 ? '男' : '女',
  ethnicity,
  birth: `${first17.slice(6, 10)}-${first17.slice(10, 12)}-${first17.slice(12, 14)}`,
  address,
  idNumber: id(first17),
})

export const people: Person[] = [
  person('wei', '韦小红', '壮', '45020219880312032', '广西柳州市城中区文昌路18号东堤小区3栋2单元501室'),
  person('li', '李建国', '汉', '45020319650917041', '广西柳州市鱼峰区白沙镇王眉村民委下屯36号'),
  // The recogniser's dictionary has no 翀: this name can never be read, only be marked as unsure.
  person('qin', '覃翀', '壮', '45020519920825151', '广西柳州市柳北区胜利路12号7栋602室'),
  person('yang', '杨秀英', '侗', '45022619790104286', '广西三江侗族自治县林溪镇高友村上寨屯9号'),
  person('ouyang', '欧阳明远', '汉', '45020419951130771', '广西柳州市柳南区航生路9号'),
  person('huang', '黄丽萍', '壮', '45022119861206104', '广西柳州市柳江区拉堡镇柳西路27号1栋304室'),
  person('pan', '潘志强', '苗', '45022520010718331', '广西融水苗族自治县香粉乡雨卜村田边屯15号'),
]

/** How the photograph was taken. Angles in degrees; `turn` is a quarter turn of the stored pixels, clockwise. */
export type Shot = {
  tilt: number
  pitch: number
  yaw: number
  blur: number
  noise: number
  zoom: number
  turn?: 90 | 180 | 270
  /** The turn is undone by an EXIF orientation, as a phone held upright writes it. */
  exif?: boolean
}

export type Paper = {
  file: string
  kind: 'idCard' | 'businessLicence' | 'propertyCertificate' | null
  side?: 'front' | 'back'
  person?: string
  fields: Record<string, string>
  /** False where the picture is made to be refused. */
  readable: boolean
  /** Fields the engine's dictionary cannot spell: they must come back marked, not right. */
  unspellable?: string[]
  shot: Shot
}

const shot = (changes: Partial<Shot> = {}): Shot => ({
  tilt: 1.5,
  pitch: 4,
  yaw: -3,
  blur: 0.5,
  noise: 5,
  zoom: 1,
  ...changes,
})

const front = (key: string, taken: Shot, more: Partial<Paper> = {}): Paper => {
  const { id: _, ...fields } = people.find((one) => one.id === key)!
  return {
    file: `id-${key}.jpg`,
    kind: 'idCard',
    side: 'front',
    person: key,
    fields,
    readable: true,
    shot: taken,
    ...more,
  }
}

const licence = (file: string, fields: Record<string, string>, taken: Shot): Paper => ({
  file,
  kind: 'businessLicence',
  fields,
  readable: true,
  shot: taken,
})

const property = (file: string, fields: Record<string, string>, taken: Shot): Paper => ({
  file,
  kind: 'propertyCertificate',
  fields,
  readable: true,
  shot: taken,
})

export const papers: Paper[] = [
  front('wei', shot()),
  front('li', shot({ tilt: -4, yaw: 5, noise: 8 })),
  front('qin', shot({ tilt: 3, pitch: -5 }), { unspellable: ['name'] }),
  front('yang', shot({ tilt: 2, blur: 0.8, turn: 270, exif: true })),
  front('ouyang', shot({ tilt: -7, zoom: 0.8, noise: 9 })),
  front('pan', shot({ tilt: 6, pitch: 7, yaw: 6 })),
  front('huang', shot({ turn: 90 }), { file: 'id-huang-turned.jpg' }),
  front('wei', shot({ blur: 3.2, noise: 16, zoom: 0.5 }), { file: 'id-wei-blurred.jpg', readable: false }),
  {
    file: 'id-wei-back.jpg',
    kind: 'idCard',
    side: 'back',
    person: 'wei',
    fields: { authority: '柳州市公安局城中分局', validity: '2018.05.06-2038.05.06' },
    readable: true,
    shot: shot({ tilt: -2 }),
  },
  licence(
    'licence-noodles.jpg',
    {
      name: '柳州市鱼峰区阿敏螺蛳粉店',
      creditCode: credit('92450203MA5K3T7Q2'),
      type: '个体工商户',
      legalPerson: '潘志强',
      address: '柳州市鱼峰区屏山大道212号1栋1-8号门面',
    },
    shot({ tilt: 2 }),
  ),
  licence(
    'licence-machines.jpg',
    {
      name: '柳州市龙潭机械制造有限公司',
      creditCode: credit('91450200MA5N8W4R6'),
      type: '有限责任公司(自然人投资或控股)',
      legalPerson: '李建国',
      address: '柳州市柳南区河西工业园区兴和路6号2号厂房',
    },
    shot({ turn: 180, noise: 7 }),
  ),
  licence(
    'licence-water.jpg',
    {
      name: '广西柳江清源水务科技有限公司',
      creditCode: credit('91450221MA5P1H9B3'),
      type: '有限责任公司(自然人独资)',
      legalPerson: '杨秀英',
      address: '柳州市柳江区进德镇四方塘工业区纬二路3号',
    },
    shot({ tilt: -5, pitch: 6, blur: 0.7 }),
  ),
  property(
    'property-wei.jpg',
    {
      owner: '韦小红',
      certificateNumber: '桂(2021)柳州市不动产权第0012345号',
      location: '柳州市城中区文昌路18号东堤小区3栋2单元501室',
      usage: '城镇住宅用地/住宅',
    },
    shot({ tilt: -2, pitch: 5 }),
  ),
  property(
    'property-shop.jpg',
    {
      owner: '潘志强',
      certificateNumber: '桂(2019)柳州市不动产权第0098761号',
      location: '柳州市鱼峰区屏山大道212号1栋1-8号门面',
      usage: '商服用地/商业服务',
    },
    shot({ tilt: 3, noise: 8 }),
  ),
  property(
    'property-works.jpg',
    {
      owner: '柳州市龙潭机械制造有限公司',
      certificateNumber: '桂(2020)柳州市不动产权第0045607号',
      location: '柳州市柳南区河西工业园区兴和路6号2号厂房',
      usage: '工业用地/工业',
    },
    shot({ turn: 270, tilt: 1 }),
  ),
  property(
    'property-village.jpg',
    {
      owner: '杨秀英',
      certificateNumber: '桂(2022)三江县不动产权第0003382号',
      location: '三江侗族自治县林溪镇高友村上寨屯9号',
      usage: '农村宅基地/住宅',
    },
    shot({ tilt: -6, yaw: 6, blur: 0.7 }),
  ),
  { file: 'not-a-paper.jpg', kind: null, fields: {}, readable: false, shot: shot({ noise: 8 }) },
]
