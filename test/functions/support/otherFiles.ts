/** Files of other kinds that people have, made byte by byte: their beginnings are real, the rest is nothing. */

const zipEntry = (name: string) => {
  const header = Buffer.alloc(30)
  header.write('PK\x03\x04', 'latin1')
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, Buffer.from(name)])
}

export const heic = (brand = 'heic') =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from(`ftyp${brand}\0\0\0\0mif1${brand}`, 'latin1'),
    Buffer.alloc(900),
  ])
export const ofd = () => Buffer.concat([zipEntry('OFD.xml'), zipEntry('Doc_0/Document.xml'), Buffer.alloc(900)])
export const word = () =>
  Buffer.concat([zipEntry('[Content_Types].xml'), zipEntry('word/document.xml'), Buffer.alloc(900)])
export const oldWord = () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(900)])
