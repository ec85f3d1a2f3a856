import Taro from '@tarojs/taro'

/** Brings the first thing that is wrong or missing into sight, once the page is drawn with it. */
export function scrollToMend(): void {
  Taro.nextTick(() => {
    if (process.env.TARO_ENV !== 'h5') {
      Taro.pageScrollTo({ selector: '.to-mend', offsetTop: -80 }).catch(() => undefined)
      return
    }
    // Pages beneath this one are in the document too.
    const all = [...document.querySelectorAll<HTMLElement>('.to-mend')]
    all.find((one) => one.offsetParent !== null)?.scrollIntoView({ block: 'center' })
  })
}
