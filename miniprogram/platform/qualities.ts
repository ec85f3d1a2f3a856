/** JPEG qualities tried in turn until the file is small enough. */
export const QUALITIES = [0.88, 0.75, 0.6, 0.45]
