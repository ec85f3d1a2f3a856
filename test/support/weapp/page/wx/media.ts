import { settle, type WxCallbacks, WxError } from '../settle'
import { fromBase64, mediaType } from '../VirtualFiles'
import type { World } from '../World'
import type { CanvasNode } from './selectorQuery'

interface TempFile {
  tempFilePath: string
  size: number
  fileType: 'image'
}

interface MessageFile {
  name: string
  path: string
  size: number
  type: 'file'
}

/** Canvas nodes are handed to the app as WeChat's own objects; this leads back to the element. */
export const canvasOf = new WeakMap<CanvasNode, HTMLCanvasElement>()

/** Taking, looking at and shrinking pictures. The camera is simulated: the test says which pictures it takes. */
export function mediaApi(world: World, askPrivacy: (scope: string) => Promise<void>) {
  const { files, overlay, settings } = world
  const choose = async (count: number, source: 'camera' | 'album') => {
    await askPrivacy('chooseMedia')
    if (settings.denied.includes(source))
      throw new WxError(source === 'camera' ? 'auth deny' : 'system permission denied')
    const pictures = await window.takePictures(count)
    if (pictures.length === 0) throw new WxError('cancel')
    return pictures.map(({ name, base64 }): TempFile => {
      const bytes = fromBase64(base64)
      const extension = name.slice(name.lastIndexOf('.') + 1)
      return { tempFilePath: files.add(bytes, extension), size: bytes.length, fileType: 'image' }
    })
  }
  return {
    chooseMedia: (
      options: { count?: number; sourceType?: ('camera' | 'album')[] } & WxCallbacks<{
        tempFiles: TempFile[]
        type: string
      }>,
    ) =>
      settle('chooseMedia', options, async () => ({
        tempFiles: await choose(options.count ?? 9, options.sourceType?.[0] ?? 'album'),
        type: 'image',
      })),
    chooseImage: (options: { count?: number } & WxCallbacks<{ tempFilePaths: string[] }>) =>
      settle('chooseImage', options, async () => {
        const tempFiles = await choose(options.count ?? 9, 'album')
        const named = tempFiles.map(({ tempFilePath: path, size }) => ({ path, size }))
        return { tempFilePaths: named.map(({ path }) => path), tempFiles: named }
      }),
    // Files come from chats, and only those of the wanted kinds are shown to choose from.
    chooseMessageFile: (
      options: { count?: number; extension?: string[] } & WxCallbacks<{ tempFiles: MessageFile[] }>,
    ) =>
      settle('chooseMessageFile', options, async () => {
        await askPrivacy('chooseMessageFile')
        const offered = (await window.takePictures(options.count ?? 100)).filter(
          ({ name }) => options.extension?.some((ending) => name.endsWith(`.${ending}`)) ?? true,
        )
        if (offered.length === 0) throw new WxError('cancel')
        const tempFiles = offered.map(({ name, base64 }): MessageFile => {
          const bytes = fromBase64(base64)
          return {
            name,
            path: files.add(bytes, name.slice(name.lastIndexOf('.') + 1)),
            size: bytes.length,
            type: 'file',
          }
        })
        return { tempFiles }
      }),
    scanCode: (options?: WxCallbacks<{ result: string; scanType: string }>) =>
      settle('scanCode', options, async () => {
        await askPrivacy('scanCode')
        if (settings.denied.includes('scan')) throw new WxError('auth deny')
        if (settings.scanned === null) throw new WxError('cancel')
        return { result: settings.scanned, scanType: 'QR_CODE' }
      }),
    previewImage: (options: { urls: string[]; current?: string } & WxCallbacks<object>) =>
      settle('previewImage', options, () => {
        overlay.picture(files.resolve(options.current ?? options.urls[0] ?? ''))
        return {}
      }),
    getImageInfo: (options: { src: string } & WxCallbacks<{ width: number; height: number }>) =>
      settle('getImageInfo', options, async () => {
        const { width, height } = await decode(world, options.src)
        const type = mediaType(options.src).replace('image/', '')
        return { width, height, path: options.src, type, orientation: 'up' }
      }),
    compressImage: (
      options: { src: string; quality?: number; compressedWidth?: number; compressedHeight?: number } & WxCallbacks<{
        tempFilePath: string
      }>,
    ) =>
      settle('compressImage', options, async () => {
        const bitmap = await decode(world, options.src)
        const scale = options.compressedWidth
          ? options.compressedWidth / bitmap.width
          : (options.compressedHeight ?? bitmap.height) / bitmap.height
        const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale))
        canvas.getContext('2d')!.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
        return { tempFilePath: await store(world, canvas, 'jpg', (options.quality ?? 80) / 100) }
      }),
    canvasToTempFilePath: (options: CanvasExport & WxCallbacks<{ tempFilePath: string }>) =>
      settle('canvasToTempFilePath', options, async () => {
        const source = options.canvas && canvasOf.get(options.canvas)
        if (!source) throw new WxError('invalid canvas: hand over the node of a 2d canvas')
        // x, y, width and height are in CSS pixels, as they are in WeChat.
        // A canvas that is on no page has no other size than its own.
        const shown = source.isConnected ? [source.clientWidth, source.clientHeight] : [source.width, source.height]
        const ratio = source.width / shown[0]!
        const { x = 0, y = 0, width = shown[0]! - x, height = shown[1]! - y } = options
        const canvas = new OffscreenCanvas(options.destWidth ?? width * ratio, options.destHeight ?? height * ratio)
        canvas
          .getContext('2d')!
          .drawImage(source, x * ratio, y * ratio, width * ratio, height * ratio, 0, 0, canvas.width, canvas.height)
        return { tempFilePath: await store(world, canvas, options.fileType ?? 'png', options.quality ?? 1) }
      }),
  }
}

interface CanvasExport {
  canvas?: CanvasNode
  x?: number
  y?: number
  width?: number
  height?: number
  destWidth?: number
  destHeight?: number
  fileType?: 'png' | 'jpg'
  /** 0 to 1, for jpg. */
  quality?: number
}

async function decode({ files }: World, source: string): Promise<ImageBitmap> {
  const bytes = files.has(source) ? files.read(source) : await (await fetch(files.resolve(source))).arrayBuffer()
  return createImageBitmap(new Blob([bytes])).catch(() => {
    throw new WxError(`image file not found or not a picture: ${source}`)
  })
}

async function store(
  { files }: World,
  canvas: OffscreenCanvas,
  extension: 'png' | 'jpg',
  quality: number,
): Promise<string> {
  const blob = await canvas.convertToBlob({ type: mediaType(`.${extension}`), quality })
  return files.add(new Uint8Array(await blob.arrayBuffer()), extension)
}
