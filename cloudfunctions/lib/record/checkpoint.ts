import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

/**
 * A checkpoint: the size and root of the record's tree, signed. The form is C2SP's (tlog-checkpoint, signed-note): whoever kept one can
 * check it with tools that are not ours.
 */
export interface Checkpoint {
  origin: string
  size: number
  root: Buffer
}

/** DER before the 32 bytes of an Ed25519 key (RFC 8410). */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')
const ED25519 = Buffer.of(1)
const KEY_BYTES = 32

/** The signing key from its 32 bytes in base64url; throws where there are not so many. */
export function signingKey(seed: string): KeyObject {
  const bytes = Buffer.from(seed, 'base64url')
  if (bytes.length !== KEY_BYTES) throw new Error('RECORD_KEY must be 32 bytes in base64url')
  return createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, bytes]), format: 'der', type: 'pkcs8' })
}

const rawPublic = (key: KeyObject): Buffer =>
  (key.type === 'private' ? createPublicKey(key) : key)
    .export({ format: 'der', type: 'spki' })
    .subarray(PUBLIC_PREFIX.length)

/** The first four bytes by which a note names the key. */
const keyId = (origin: string, publicKey: Buffer): Buffer =>
  createHash('sha256').update(`${origin}\n`).update(ED25519).update(publicKey).digest().subarray(0, 4)

/** `origin+id+key`: what a verifier is told once, and keeps. */
export function verifierKey(origin: string, key: KeyObject): string {
  const publicKey = rawPublic(key)
  return `${origin}+${keyId(origin, publicKey).toString('hex')}+${Buffer.concat([ED25519, publicKey]).toString('base64')}`
}

const bodyOf = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${root.toString('base64')}\n`

/** The signed note of a checkpoint. Ed25519 signs the same bytes the same way each time. */
export function signCheckpoint(checkpoint: Checkpoint, key: KeyObject): string {
  const body = bodyOf(checkpoint)
  const id = keyId(checkpoint.origin, rawPublic(key))
  const signature = Buffer.concat([id, sign(null, Buffer.from(body), key)]).toString('base64')
  return `${body}\n— ${checkpoint.origin} ${signature}\n`
}

/** The checkpoint a note signs with the key of `verifier`; null where it is malformed, another's, or its signature is wrong. */
export function openCheckpoint(note: string, verifier: string): Checkpoint | null {
  const parts =
    /^(?<origin>[^\n+]+)\n(?<size>0|[1-9]\d*)\n(?<root>[A-Za-z0-9+/]{43}=)\n\n— (?<name>[^\n ]+) (?<signed>[A-Za-z0-9+/=]+)\n$/.exec(
      note,
    )?.groups
  const [origin, id, encoded] = splitVerifier(verifier)
  if (!parts || parts.origin !== origin || parts.name !== origin) return null
  const publicKey = Buffer.from(encoded, 'base64').subarray(1)
  const signed = Buffer.from(parts.signed, 'base64')
  if (publicKey.length !== KEY_BYTES || !signed.subarray(0, 4).equals(Buffer.from(id, 'hex'))) return null
  if (!keyId(origin, publicKey).equals(signed.subarray(0, 4))) return null
  const checkpoint = { origin, size: Number(parts.size), root: Buffer.from(parts.root, 'base64') }
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, publicKey]), format: 'der', type: 'spki' })
  return verify(null, Buffer.from(bodyOf(checkpoint)), key, signed.subarray(4)) ? checkpoint : null
}

/** Base64 holds plus signs too: only the first two part the fields. */
function splitVerifier(verifier: string): [string, string, string] {
  const first = verifier.indexOf('+')
  const second = verifier.indexOf('+', first + 1)
  return [verifier.slice(0, first), verifier.slice(first + 1, second), verifier.slice(second + 1)]
}
