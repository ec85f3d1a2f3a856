import type { CertificateKind, CertificateReading, TextLine } from './types'

/**
 * Turns the lines of any OCR engine into the fields of a paper, by layout: labels are found wherever they stand and values are taken
 * from the place right of and below them, in the paper's own direction.
 */
export declare function readCertificate(
  lines: TextLine[],
  size: { width: number; height: number },
  hint?: CertificateKind,
  today?: string,
): CertificateReading
