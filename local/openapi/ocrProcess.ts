import sharp from 'sharp'
import { createTextReader } from '../ocr/createTextReader'

/** The process that holds the OCR networks: a crash of the engine or a picture that exhausts memory never takes the host along. */
const ready = createTextReader()
let last: Promise<unknown> = ready

process.on('message', ({ id, image }: { id: number; image: Uint8Array }) => {
  // One picture at a time: the engine already uses every core it was given.
  last = last.then(() => read(id, Buffer.from(image)))
})
process.on('disconnect', () => process.exit())

async function read(id: number, image: Buffer): Promise<void> {
  try {
    const lines = await (await ready).lines(image)
    const { autoOrient } = await sharp(image).metadata()
    process.send?.({ id, lines, size: autoOrient })
  } catch (error) {
    process.send?.({ id, error: (error as Error).message, unreadable: (error as Error).name === 'PictureError' })
  }
}
