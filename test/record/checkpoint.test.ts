import { createHash, createPublicKey } from 'node:crypto'
import { openCheckpoint, signCheckpoint, signingKey, verifierKey } from '../../cloudfunctions/lib/record/checkpoint'

const key = signingKey(Buffer.alloc(32, 7).toString('base64url'))
const root = createHash('sha256').update('a root').digest()
const origin = 'record.example.cn/liuzhou'
const checkpoint = { origin, size: 24, root }
const verifier = verifierKey(origin, key)
const note = signCheckpoint(checkpoint, key)

test('a note is origin, size and root, an empty line, and the signature', () => {
  const [first, size, base64, empty, signed, end] = note.split('\n')
  expect([first, size, base64, empty, end]).toEqual([origin, '24', root.toString('base64'), '', ''])
  expect(signed).toMatch(/^— record\.example\.cn\/liuzhou [A-Za-z0-9+/]+=*$/)
  // Four bytes name the key, 64 are Ed25519's signature.
  expect(Buffer.from(signed.split(' ')[2], 'base64')).toHaveLength(68)
})

test('whoever knows the key opens it', () => expect(openCheckpoint(note, verifier)).toEqual(checkpoint))

/** The key of the C2SP signed-note specification's example. */
test('a key is named as the specification names it', () => {
  const known = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
  const raw = Buffer.from(known.split('+').slice(2).join('+'), 'base64').subarray(1)
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw])
  expect(verifierKey('PeterNeumann', createPublicKey({ key: der, format: 'der', type: 'spki' }))).toBe(known)
})

test.each([
  ['another size', note.replace('\n24\n', '\n25\n')],
  ['another root', note.replace(root.toString('base64'), createHash('sha256').digest('base64'))],
  ['another origin', note.replace(origin, 'record.example.cn/guilin')],
  ['no signature', note.split('\n\n')[0]],
  ['a size with a leading zero', note.replace('\n24\n', '\n024\n')],
  ['words after it', `${note}more`],
])('%s is refused', (_what, altered) => expect(openCheckpoint(altered, verifier)).toBeNull())

test('another key is refused', () => {
  const other = verifierKey(origin, signingKey(Buffer.alloc(32, 8).toString('base64url')))
  expect(openCheckpoint(note, other)).toBeNull()
})

test('a key that is too short is no key', () => expect(() => signingKey('c2hvcnQ')).toThrow('32 bytes'))
