import { miniProgram } from './support/devices'
import { theHighVoltageRoad } from './support/highVoltageRoad'
import { theShopRoad } from './support/shopRoad'

describe('a company at 10 kV, in the compiled mini-program', () => theHighVoltageRoad('weapp', miniProgram))
describe('a shop in a rented room, in the compiled mini-program', () => theShopRoad('weapp', miniProgram))
