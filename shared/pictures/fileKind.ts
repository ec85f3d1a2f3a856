/** What a file is by its own bytes, whatever its name says. Only kinds a person is told something different about. */
export type FileKind = 'jpeg' | 'png' | 'pdf' | 'heic' | 'ofd' | 'office' | 'other'

/** The files of other kinds people have, each refused by its name. */
export const NAMED_FILES: Partial<Record<FileKind, 'PICTURE_HEIC' | 'FILE_OFD' | 'FILE_OFFICE'>> = {
  heic: 'PICTURE_HEIC',
  ofd: 'FILE_OFD',
  office: 'FILE_OFFICE',
}

/** How far into a file its kind shows. Bytes. */
export const KIND_SHOWS_WITHIN = 4096

/** A PDF may have a harmless envelope before its mark: a byte order mark, blank lines, the header of a mail or a download. Bytes. */
const MOST_BEFORE_PDF = 1024

/** Brands of ISO/IEC 23008-12: pictures of newer phones. */
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)))

/** `bytes`: the file, or its first `KIND_SHOWS_WITHIN` bytes. */
export function fileKindOf(bytes: Uint8Array): FileKind {
  const start = latin(bytes, 0, KIND_SHOWS_WITHIN)
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (start.slice(4, 8) === 'ftyp') return HEIC_BRANDS.includes(start.slice(8, 12)) ? 'heic' : 'other'
  // Both are zip archives; what is in one stands in the names of its entries, a paper's description first.
  if (start.startsWith('PK\x03\x04')) {
    if (start.includes('OFD.xml') || /Doc_\d+\//.test(start)) return 'ofd'
    return /\[Content_Types\]\.xml|word\/|xl\//.test(start) ? 'office' : 'other'
  }
  if (start.startsWith('\xd0\xcf\x11\xe0')) return 'office'
  return pdfStartsAt(bytes) >= 0 ? 'pdf' : 'other'
}

/** Where a PDF begins in its file; -1 where none does. */
export function pdfStartsAt(bytes: Uint8Array): number {
  const mark = '%PDF-'
  const at = latin(bytes, 0, MOST_BEFORE_PDF + mark.length - 1).indexOf(mark)
  return at < MOST_BEFORE_PDF ? at : -1
}
