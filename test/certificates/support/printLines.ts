/** Prints what the engine reads on every fixture paper as one JSON document: jest's own globals are not what ONNX Runtime takes. */
import { readLines } from './readLines'

void readLines({}).then(([read]) => process.stdout.write(JSON.stringify(read)))
