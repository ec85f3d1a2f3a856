import { fire, flag, type Widget } from './Widget'

/** `<scroll-view>`: scrolls along the axes it allows; fires `scroll` and, near the end, `scrolltolower`. */
export function scrollViewWidget(element: HTMLElement): Widget {
  let lowerThreshold = 50
  let atEnd = false
  element.addEventListener('scroll', () => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight } = element
    fire(element, 'scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth })
    const nowAtEnd = scrollTop + clientHeight >= scrollHeight - lowerThreshold
    if (nowAtEnd && !atEnd) fire(element, 'scrolltolower', { direction: 'bottom' })
    atEnd = nowAtEnd
  })
  return {
    update(name, value) {
      if (name === 'scroll-x') element.style.overflowX = flag(value) ? 'auto' : ''
      if (name === 'scroll-y') element.style.overflowY = flag(value) ? 'auto' : ''
      if (name === 'lower-threshold') lowerThreshold = Number(value) || 50
      // Taro hands over an empty text for a position that was never set.
      if (name === 'scroll-top' && value !== '' && value !== undefined) element.scrollTop = Number(value)
      if (name === 'scroll-into-view' && value) {
        requestAnimationFrame(() => byWeappId(element, String(value))?.scrollIntoView({ block: 'start' }))
      }
    },
  }
}

function byWeappId(root: HTMLElement, id: string): Element | undefined {
  return [...root.querySelectorAll<HTMLElement & { __wxElement?: { id: string } }>('*')].find(
    (one) => one.__wxElement?.id === id,
  )
}
