import { theCounter } from './support/counter'
import { webPage } from './support/devices'

describe('an application written down at the counter, on the web page', () => theCounter('web', webPage))
