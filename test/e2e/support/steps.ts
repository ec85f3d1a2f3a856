import type { Town } from './Town'

/**
 * Steps of one road, in their order. After one has failed, the later ones end at once instead of waiting for what cannot come, and
 * every phone is photographed as it stood (`failed-…` in the folder of screenshots).
 */
export function stepsIn(town: () => Town): (name: string, walk: () => Promise<void>) => void {
  let unfinished: string | null = null
  return (name, walk) =>
    test(name, async () => {
      if (unfinished) throw new Error(`not walked: "${unfinished}" failed`)
      unfinished = name
      try {
        await walk()
        unfinished = null
      } catch (error) {
        await town().photographAll(`failed-${name.slice(0, 40)}`)
        throw error
      }
    })
}
