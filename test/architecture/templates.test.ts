import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unusedComponents } from '../../config/unused-attributes'
import { filesBelow, root } from './importGraph'

test('no page uses what the templates of the mini-program leave out', () => {
  const components = new RegExp(`<(${unusedComponents.join('|')})\\b`)
  // What a View or a Text is not given any more; a button is native and has its own.
  const attributes =
    /<(View|Text)\b[^>]*\s(animation|onAnimation\w+|onTransitionEnd|onLongPress|onLongTap|hoverClass|hoverStopPropagation|hoverStartTime|hoverStayTime)=/
  const onText = /<Text\b[^>]*\s(onTouch\w+|selectable|space|decode|userSelect|overflow|maxLines)\b/
  const used = filesBelow('miniprogram', /\.tsx$/).filter((file) => {
    const source = readFileSync(join(root, file), 'utf8')
    return components.test(source) || attributes.test(source) || onText.test(source)
  })
  expect(used).toEqual([])
})
