import { miniProgram } from './support/devices'
import { theRoad } from './support/road'

describe('the road in the compiled mini-program', () => theRoad('weapp', miniProgram))
