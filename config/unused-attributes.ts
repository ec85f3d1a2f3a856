/**
 * Attributes of a View that no page uses. Taro writes each into the templates of a View on all of their 16 levels, so they are left out
 * of the templates, and of the table by which the runtime shortens their names.
 */
export const unusedOfView = [
  'animation',
  'bindAnimationStart',
  'bindAnimationIteration',
  'bindAnimationEnd',
  'bindTransitionEnd',
  'bindLongTap',
  'hover-class',
  'hover-stop-propagation',
  'hover-start-time',
  'hover-stay-time',
]
