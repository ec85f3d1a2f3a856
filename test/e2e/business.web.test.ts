import { webPage } from './support/devices'
import { theHighVoltageRoad } from './support/highVoltageRoad'
import { theShopRoad } from './support/shopRoad'

describe('a company at 10 kV, on the web page', () => theHighVoltageRoad('web', webPage))
describe('a shop in a rented room, on the web page', () => theShopRoad('web', webPage))
