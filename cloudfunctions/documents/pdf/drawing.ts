/** What crosses between the function and the thread that draws a PDF for it. */

export interface DrawingOrder {
  pdf: Uint8Array
  mostPages: number
}

/** One page, in order; four bytes a pixel: red, green, blue, and one that says nothing. */
export interface DrawnPage {
  width: number
  height: number
  pixels: Uint8Array<ArrayBuffer>
}

export type DrawingFault =
  /** It asks for a password, or is closed in a way no reader here opens. */
  | { fault: 'encrypted' }
  /** Its pages only say that another program is needed: an XFA form, a portfolio, an encrypted file in a wrapper. */
  | { fault: 'placeholder' }
  | { fault: 'unreadable' }
  | { fault: 'tooManyPages'; pages: number }

export type DrawingMessage = DrawnPage | DrawingFault | 'done'
