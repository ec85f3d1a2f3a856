import { refused } from '@/platform/refused.weapp'

jest.spyOn(console, 'warn').mockImplementation(() => undefined)

/** What WeChat refuses is called by its name, with the way on; nothing of it is 系统出了点问题. Messages as WeChat words them. */
test.each([
  [
    'camera',
    { errMsg: 'chooseMedia:fail privacy permission is not authorized', errno: 104 },
    /^您没有同意使用相机。可以手工填写.*再点一次并同意。$/,
  ],
  ['album', { errMsg: 'chooseMedia:fail privacy permission is not authorized', errno: 104 }, /相册/],
  [
    'location',
    { errMsg: 'chooseLocation:fail privacy permission is not authorized in gap', errno: 104 },
    /位置。可以直接写地址/,
  ],
  ['file', { errMsg: 'chooseMessageFile:fail privacy permission is not authorized', errno: 104 }, /聊天文件.*拍照/],
  ['scan', { errMsg: 'scanCode:fail privacy permission is not authorized', errno: 104 }, /扫一扫.*手工填写电表号/],
] as const)('%s without the privacy guide', (lent, error, words) => {
  const why = refused(lent, error)
  expect(why?.code).toBe('NOT_AGREED')
  expect(why?.message).toMatch(words)
})

test.each([
  ['camera', { errMsg: 'chooseMedia:fail auth deny' }],
  ['camera', { errMsg: 'chooseMedia:fail system permission denied' }],
  ['album', { errMsg: 'chooseMedia:fail:access denied' }],
  ['location', { errMsg: 'chooseLocation:fail auth deny' }],
  ['location', { errMsg: 'chooseLocation:fail authorize no response' }],
  ['scan', { errMsg: 'scanCode:fail auth denied' }],
  ['notice', { errMsg: 'requestSubscribeMessage:fail The main switch is switched off', errCode: 20004 }],
] as const)('%s denied by person or phone leads to the settings: %j', (lent, error) => {
  const why = refused(lent, error)
  expect(why?.code).toBe('NOT_PERMITTED')
  expect(why?.message).toMatch(/打开设置/)
})

test.each(['camera', 'album', 'location', 'file', 'scan', 'notice'] as const)(
  '%s: any other refusal too says what to do',
  (lent) => {
    const why = refused(lent, { errMsg: 'fail unknown' })
    expect(why?.code).toBe('NOT_POSSIBLE')
    expect(why?.message).not.toMatch(/[{}]|undefined|系统出了点问题/)
  },
)

test.each(['chooseMedia:fail cancel', 'chooseLocation:fail cancel', 'scanCode:fail cancel'])(
  '%s is no refusal',
  (errMsg) => expect(refused('camera', { errMsg })).toBeNull(),
)
