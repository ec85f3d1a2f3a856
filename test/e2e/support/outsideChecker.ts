import axe from 'axe-core'
import type { Page } from 'playwright-core'

interface Asked {
  /** The highest contrast too (WCAG AAA). */
  enhanced: boolean
  /** Rules that do not hold of the platform. */
  without: string[]
}

/** What axe-core finds, as `rule: the element`. All its rules, WCAG 2.2 A and AA and good practice, experimental ones too. */
export async function faultsFound(page: Page, asked: Asked): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async ({ enhanced, without }) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const rules = axe
      .getRules()
      .filter(({ ruleId, tags }) => !without.includes(ruleId) && (enhanced || !tags.includes('wcag2aaa')))
    const runOnly = { type: 'rule' as const, values: rules.map(({ ruleId }) => ruleId) }
    const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  }, asked)
}

/** What stands past the edge of the screen, or is cut off by the box it stands in. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const words = (element: Element) => `${element.className}: ${(element.textContent ?? '').slice(0, 40)}`
    const elements = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) =>
      element.checkVisibility(),
    )
    const past = elements.filter((element) => {
      const { left, right, width: own } = element.getBoundingClientRect()
      return own > 1 && !element.closest('[role=img]') && (right > width + 1 || left < -1)
    })
    const range = document.createRange()
    // Words may be wider than the box they stand in, which then does not say so itself.
    const wide = elements.filter((element) => {
      const block = getComputedStyle(element).display === 'inline' ? element.parentElement! : element
      // Full-width punctuation at the end of a line has its empty half outside.
      const edge = block.getBoundingClientRect().right + Number.parseFloat(getComputedStyle(block).fontSize) / 2
      return [...element.childNodes].some((node) => {
        if (node.nodeType !== Node.TEXT_NODE || (node.textContent ?? '').trim() === '') return false
        range.selectNodeContents(node)
        return [...range.getClientRects()].some(({ right }) => right > edge)
      })
    })
    const cut = elements.filter((element) => {
      const { overflowX, display } = getComputedStyle(element)
      const clips = overflowX !== 'visible' && display !== 'inline'
      return clips && element.scrollWidth > element.clientWidth + 1 && (element.textContent ?? '').trim() !== ''
    })
    return [
      ...wide.map((one) => `wider than its box, ${words(one)}`),
      ...past.map((one) => `past the edge, ${words(one)}`),
      ...cut.map((one) => `cut, ${words(one)}`),
    ]
  })
}
