import type { Page } from 'playwright-core'

/** Something on the screen that answers to a finger. */
interface Tappable {
  /** What a screen reader says, then what it is: `提交申请 (button)`. */
  what: string
  faults: string[]
}

/** React's own record of an element or component. */
interface Fiber {
  type: unknown
  memoizedProps?: { onClick?: unknown }
  return?: Fiber
}

/** Smaller than this a finger misses. CSS pixels; WCAG 2.1, success criterion 2.5.5. */
const SMALLEST_PX = 44

/**
 * What is wrong with anything tappable on the visible page: no name, no role, too small, or out of the keyboard's reach. Tappable is
 * whatever React gave a click handler, and every native control.
 */
export async function faultsOfTappables(page: Page): Promise<{ seen: number; faults: string[] }> {
  const found = await page.evaluate((smallest): Tappable[] => {
    const ROLES = ['button', 'radio', 'checkbox', 'link', 'textbox', 'switch', 'tab']
    const NATIVE: Record<string, string> = { BUTTON: 'button', INPUT: 'textbox', TEXTAREA: 'textbox', A: 'link' }
    // Taro's elements get their listeners from a component around them: looked for up to the next element.
    const handles = (element: Element) => {
      const key = Object.keys(element).find((name) => name.startsWith('__reactFiber'))
      let fiber = key ? (element as unknown as Record<string, Fiber>)[key] : undefined
      do {
        if (typeof fiber?.memoizedProps?.onClick === 'function') return true
        fiber = fiber?.return
      } while (fiber && typeof fiber.type !== 'string')
      return false
    }
    // Tab comes to a group of radios once; the arrows go on from there.
    const reached = (element: HTMLElement) =>
      element.tabIndex >= 0 ||
      [...(element.closest('[role=radiogroup]')?.querySelectorAll<HTMLElement>('[role=radio]') ?? [])].some(
        ({ tabIndex }) => tabIndex >= 0,
      )
    return [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => (element.tagName in NATIVE || handles(element)) && element.checkVisibility())
      .map((element) => {
        const role = element.getAttribute('role') ?? NATIVE[element.tagName] ?? ''
        const name = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim()
        const { width, height } = element.getBoundingClientRect()
        const off = (element as HTMLButtonElement).disabled
        const faults = [
          ...(name === '' ? ['no name'] : []),
          ...(ROLES.includes(role) ? [] : [`role "${role}"`]),
          ...(width < smallest || height < smallest ? [`${Math.round(width)}×${Math.round(height)} px`] : []),
          ...(reached(element) || off ? [] : ['not reached by Tab']),
        ]
        return { what: `${name || element.outerHTML.slice(0, 120)} (${role})`, faults }
      })
  }, SMALLEST_PX)
  return {
    seen: found.length,
    faults: found.filter(({ faults }) => faults.length > 0).map(({ what, faults }) => `${what}: ${faults.join(', ')}`),
  }
}

/**
 * What a screen reader calls by one name though there are two of it on the visible page. Answers to two questions may be called the
 * same, each within its group; two groups may not.
 */
export async function saidTwice(page: Page): Promise<string[]> {
  const names = await page.evaluate(() =>
    ['button', 'link', 'checkbox', 'textbox', 'radiogroup'].flatMap((role) =>
      [...document.querySelectorAll<HTMLElement>(`[role=${role}], ${role}`)]
        .filter((element) => element.checkVisibility())
        .map((element) => `${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim()} (${role})`),
    ),
  )
  return [...new Set(names.filter((name, place) => names.indexOf(name) < place))]
}
