const TOUCHES = ['bindTouchStart', 'bindTouchMove', 'bindTouchEnd', 'bindTouchCancel', 'bindLongTap']

/**
 * Component → attributes of it that no page uses. Taro writes each into the templates of its component on all of their levels, so they
 * are left out of the templates, and of the table by which the runtime shortens their names. A tap is not among them.
 */
export const unusedAttributes = {
  View: [
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
  ],
  Text: [...TOUCHES, 'selectable', 'space', 'decode', 'user-select', 'overflow', 'max-lines'],
}

/** Components no page uses; Taro writes their templates all the same. */
export const unusedComponents = ['ScrollView']
