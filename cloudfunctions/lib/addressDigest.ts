import { createHmac } from 'node:crypto'
import { comparedAddress } from '@shared/places/comparedAddress'

/**
 * By which cases at one address find each other, and nothing can be told of the address. '' where the deployment has set no
 * ADDRESS_KEY: nothing is compared then.
 */
export function addressDigest(address: string, district: string): string {
  const key = process.env.ADDRESS_KEY
  return key ? createHmac('sha256', key).update(comparedAddress(address, district)).digest('base64url') : ''
}
