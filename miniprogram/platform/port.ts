import type { FunctionName } from '@shared/contract'

/** A picture on this device, already small enough to send: of the size it is legible at, and at most 1.8 MB. */
export interface Picture {
  /** Temporary file path (WeChat) or object URL (web); an image element can show it. */
  src: string
  type: 'image/jpeg' | 'image/png'
  bytes: number
  width: number
  height: number
}

/** A PDF on this device; its pages become pictures on the server. */
export interface PdfFile {
  src: string
  type: 'application/pdf'
  bytes: number
}

export const LARGEST_BYTES = 1_800_000

/** Where the bytes of one file go; handed out by a function. */
export interface UploadTicket {
  url: string
  headers: Record<string, string>
}

/** A point chosen on the map; degrees, as WeChat gives them (GCJ-02). */
export interface ChosenPlace {
  latitude: number
  longitude: number
  address: string
  name: string
}

/** Small values kept on the device. */
export interface Store {
  get<T>(key: string): T | null
  /** Whether the device has stored it; a full or blocked storage keeps what it had before. */
  set(key: string, value: unknown): boolean
  remove(key: string): void
}

/** The drawing surface of either platform: a DOM canvas or WeChat's canvas node. */
export interface CanvasNode {
  width: number
  height: number
  getContext(kind: '2d'): CanvasRenderingContext2D | null
}

/** Everything that differs between WeChat and the web. Pages and the api reach the platform through this only. */
export interface Platform {
  readonly name: 'weapp' | 'h5'
  /** Runs once when the app starts. */
  start(): void
  /** False on the web before a login; WeChat always knows its user. */
  signedIn(): boolean
  /** Where a web user signs in. */
  readonly signInPath: string | null
  /** One function call: its answer as it came. Throws Failure: OFFLINE without a network, SLOW when no answer came in time, NOT_SIGNED_IN, BUSY, INTERNAL. */
  call(fn: FunctionName, event: { action: string; input: unknown }, timeoutMs: number): Promise<unknown>
  /**
   * As many pictures as the person chose, `most` at the most and one from the camera; none when they chose nothing. Throws Failure
   * PICTURE_* when a file is no usable picture.
   */
  pickPictures(source: 'camera' | 'album', most: number): Promise<Picture[]>
  /** A PDF of this device's files (in WeChat, of its chats). Null when the person chose nothing. Throws Failure PDF_*. */
  pickPdf(): Promise<PdfFile | null>
  /** Sends the bytes. Throws Failure. */
  put(ticket: UploadTicket, file: Picture | PdfFile): Promise<void>
  /** Brings a JPEG the server keeps to this device. Throws Failure. */
  fetchPicture(kept: { url: string; width: number; height: number }): Promise<Picture>
  /**
   * Moves the bytes of a picture to where they outlive the app being closed. `stored` is false when the device would not take them:
   * they last as long as the app is open.
   */
  keepFile(src: string): Promise<{ key: string; stored: boolean }>
  /** A `src` of a kept file, for an image element or an upload; null when the device has lost it. */
  openFile(key: string): Promise<string | null>
  forgetFile(key: string): Promise<void>
  /** A canvas as a PNG picture. */
  readCanvas(node: CanvasNode): Promise<Picture>
  /** WeChat's one-time subscription question; must follow a tap. The template ids accepted. */
  readonly canNotify: boolean
  askToNotify(templates: string[]): Promise<string[]>
  /** What a bar or QR code says; null when the person turned back. Only WeChat has a scanner. Throws Failure. */
  scanCode(): Promise<string | null>
  /** Where a permission that was denied can be given again. */
  openSettings(): void
  readonly canChooseOnMap: boolean
  /** Null when the person turned back. Throws Failure. */
  chooseOnMap(): Promise<ChosenPlace | null>
  /** Shows a PDF in the device's own reader. Throws Failure. */
  openDocument(url: string): Promise<void>
  dial(phone: string): void
  online(): boolean
  /** Tells of every change; returns the way to stop listening. */
  onOnline(listener: (online: boolean) => void): () => void
  /** Values of this device, whoever uses it. */
  readonly device: Store
  /** Values of the person signed in; another person on the same device does not see them. */
  readonly personal: Store
}
