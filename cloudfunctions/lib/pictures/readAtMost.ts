/** The bytes of a stream, read no further than just past `most`: what is longer is known to be, and never held whole. */
export async function readAtMost(stream: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of stream) {
    parts.push(part)
    length += part.length
    if (length > most) break
  }
  return Buffer.concat(parts).subarray(0, most + 1)
}
