import { webPage } from './support/devices'
import { theRoad } from './support/road'

describe('the road on the web page, in a real browser at phone width', () => theRoad('web', webPage))
