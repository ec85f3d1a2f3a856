import { theCounter } from './support/counter'
import { miniProgram } from './support/devices'

describe('an application written down at the counter, in the mini-program', () => theCounter('weapp', miniProgram))
