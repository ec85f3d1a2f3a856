import type { Person } from './Person'
import { paper } from './Town'

/** The visit sheet filled in, up to the last tap: no external line, a place for the meter, the property certificate. */
export async function fillVisitSheet(manager: Person): Promise<void> {
  await manager.tap('上门勘察并取资料')
  await manager.choose('不要架线，直接装表')
  await manager.choose('进门左侧墙面')
  await manager.choose('房地产权证')
  await manager.takePicture(paper('property-wei.jpg'), '拍照，房地产权证')
  await manager.hears('img', /第1张/)
}

/** 装表送电, up to the end. */
export async function energize(manager: Person, meter: string): Promise<void> {
  await manager.tap('装表送电')
  await manager.fill('电表号', meter)
  await manager.tap('确认送电')
  await manager.answer('已送电')
  await manager.sees('按承诺通电')
}
