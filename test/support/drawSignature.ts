import sharp from 'sharp'

/** 韦小红-like strokes of a finger, as the signature pad makes them: dark ink on nothing, PNG. */
export const drawSignature = (): Promise<Buffer> =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="600" height="240"><g fill="none" stroke="#12202b" stroke-width="7"
      stroke-linecap="round"><path d="M60 60h110M70 100h90M115 30v120q0 30 40 20"/><path d="M270 50v120M240 90l-20 40M300 90l22 44"/>
      <path d="M400 50q-20 40-40 50q40 0 60 -10M370 150q40-6 60-20M470 70h80M510 70v90M460 160h100"/></g></svg>`),
  )
    .png()
    .toBuffer()
