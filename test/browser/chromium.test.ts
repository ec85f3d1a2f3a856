import sharp from 'sharp'
import { bundledBrowser, findBrowser, launchBrowser } from '../support/chromium'
import { newPhone } from '../support/phone'
import { shot } from '../support/shots'

/** The picture of one character as black and white: a missing glyph's box looks alike for every character, a real one does not. */
async function ink(picture: Buffer): Promise<string> {
  const { data } = await sharp(picture).greyscale().threshold(128).raw().toBuffer({ resolveWithObject: true })
  return Buffer.from(data).toString('base64')
}

test.each([
  ['the browser npm brought', bundledBrowser],
  ['the browser this machine offers first', findBrowser],
])('%s draws every character of the papers', async (_name, program) => {
  const browser = await launchBrowser(program())
  try {
    const { page, errors } = await newPhone(browser)
    // Everyday characters, a rarer name character and the signs the pages use.
    const characters = [...'一证办电柳州壮燊→①✓']
    await page.setContent(
      `<meta name=viewport content="width=device-width"><body style="font:32px sans-serif">一证办电 柳州 <b>最晚 4月10日(周三)通电</b><p>${characters.map((c) => `<span style="display:inline-block;width:40px;height:44px;overflow:hidden">${c}</span>`).join('')}</p>`,
    )
    const pictures = new Set<string>()
    for (const span of await page.locator('span').all()) pictures.add(await ink(await span.screenshot()))
    await shot(page, 'browser-chinese')
    expect(pictures.size).toBe(characters.length)
    expect(
      await page.evaluate(() => [
        navigator.language,
        Intl.DateTimeFormat().resolvedOptions().timeZone,
        innerWidth,
        devicePixelRatio,
      ]),
    ).toEqual(['zh-CN', 'Asia/Shanghai', 375, 1])
    expect(errors).toEqual([])
  } finally {
    await browser.close()
  }
})
