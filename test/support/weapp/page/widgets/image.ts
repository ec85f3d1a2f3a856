import { fire, type Widget, type WidgetHost } from './Widget'

const FITS: Record<string, string> = { aspectFit: 'contain', aspectFill: 'cover', scaleToFill: 'fill' }

/** `<image>`: 320×240 unless styled, with the modes that decide how the picture fills it. */
export function imageWidget(element: HTMLElement, host: WidgetHost): Widget {
  const picture = document.createElement('img')
  picture.alt = ''
  picture.addEventListener('load', () =>
    fire(element, 'load', { width: picture.naturalWidth, height: picture.naturalHeight }),
  )
  picture.addEventListener('error', () => fire(element, 'error', { errMsg: `image:fail ${picture.src.slice(0, 80)}` }))
  element.append(picture)
  return {
    update(name, value) {
      if (name === 'mode') {
        picture.style.objectFit = FITS[String(value)] ?? 'fill'
        element.toggleAttribute('data-width-fix', value === 'widthFix')
      }
      if (name !== 'src') return
      const source = typeof value === 'string' ? value : ''
      if (source) picture.src = host.files.resolve(source)
      else picture.removeAttribute('src')
    },
  }
}
