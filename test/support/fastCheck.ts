import fc from 'fast-check'
import { SEED } from './effort'

/** fast-check with the seed of the run. Tests take it from here; test/architecture holds that. */
fc.configureGlobal({ seed: SEED })

export default fc
