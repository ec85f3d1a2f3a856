import type { Page } from 'playwright-core'

interface Sent {
  action: string
  input: Record<string, unknown>
}

/** Every call of this action a phone sends from now on, oldest first. */
export function watchCalls(page: Page, action: string): Sent[] {
  const seen: Sent[] = []
  page.on('request', (request) => {
    const sent = calledIn(request.url(), request.postData())
    if (sent?.action === action) seen.push(sent)
  })
  return seen
}

/**
 * The next call of this action reaches the server and is carried out; then `meanwhile` happens, and the answer never arrives.
 * Answers once that is arranged; `lost` resolves when it has happened.
 */
export async function loseNextAnswer(
  page: Page,
  action: string,
  meanwhile = async () => {},
): Promise<{ lost: Promise<void> }> {
  let done: () => void
  const lost = new Promise<void>((resolve) => {
    done = resolve
  })
  let first = true
  await page.route('**/v1/functions/**', async (route) => {
    if (!first || calledIn(route.request().url(), route.request().postData())?.action !== action)
      return route.fallback()
    first = false
    await route.fetch()
    await meanwhile()
    await route.abort('connectionreset')
    done()
  })
  return { lost }
}

function calledIn(url: string, body: string | null): Sent | null {
  return url.includes('/v1/functions/') && body ? (JSON.parse(body) as Sent) : null
}
