import type { TextLine } from '@shared/certificates/types'
import { engineReader } from './engineReader'
import { wechatReader } from './wechatReader'

/**
 * Reads the printed text off a picture. A reader that knows how sure it is says so with every line (`score`, `least`); one that does
 * not leaves them out, and nothing is taken as sure for want of them. Refuses with READER_QUOTA, READER_BUSY or PICTURE_UNREADABLE.
 */
export interface TextReader {
  /** @param url a short-lived address of the picture */
  lines(url: string): Promise<TextLine[]>
}

/** The setting TEXT_READER: `wechat`, or the address of a text reader of one's own that tells how sure it is. */
export function textReader(setting = process.env.TEXT_READER): TextReader {
  return !setting || setting === 'wechat' ? wechatReader : engineReader(setting)
}
