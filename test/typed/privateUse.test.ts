import { clean } from '@shared/typed/clean'
import { withoutPrivateUse } from '@shared/typed/privateUse'

/** The platform's own decoder as the witness: what GBK has at FE50 to FEA0, where it knows a number that is not of private use. */
const places = Array.from({ length: 0xa0 - 0x50 + 1 }, (_, index) => 0x50 + index).filter((byte) => byte !== 0x7f)
const decoder = new TextDecoder('gb18030')

test.each(places.map((byte, index) => [0xe815 + index, byte]))(
  'U+%s is the character GBK has at FE %s',
  (old, byte) => {
    const found = withoutPrivateUse(String.fromCharCode(old))
    const witness = decoder.decode(Uint8Array.of(0xfe, byte))
    expect(found).not.toMatch(/[\uE000-\uF8FF]/)
    if (!/[\uE000-\uF8FF]/.test(witness)) expect(found).toBe(witness)
  },
)

test('a name or an address in the old form is kept in the new one; another private use stays for somebody to see', () => {
  expect(clean('name', '韦\uE863')).toBe('韦䶮')
  expect(clean('address', '柳州市城中区\uE852路1号')).toBe('柳州市城中区䦷路1号')
  expect(clean('name', '韦\uE000')).toBe('韦\uE000')
})
