import type { TextLine } from '@shared/certificates/types'

/**
 * Reads the printed text off a picture. A reader that knows how sure it is says so with every line (`score`, `least`); one that does
 * not leaves them out, and nothing is taken as sure for want of them. Refuses with READER_QUOTA, READER_BUSY or PICTURE_UNREADABLE.
 */
export interface TextReader {
  /** @param url a short-lived address of the picture */
  lines(url: string): Promise<TextLine[]>
}
