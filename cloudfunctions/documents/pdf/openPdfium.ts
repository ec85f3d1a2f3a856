import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { init } from '@embedpdf/pdfium'
import type { Pdfium } from './Pdfium'
import { useChineseFont } from './useChineseFont'

/**
 * Most memory PDFium may ask for, in bytes; growing takes up to a fifth more. An A4 page scanned in colour at 600 dpi was measured
 * to need 60 MB as a JPEG and 185 MB as a progressive one. Beyond this it gets none, whatever a small file claims to unfold into.
 */
const MOST_MEMORY = 220_000_000

/** Emscripten's place among what a module imports. */
type Imports = { env: { emscripten_resize_heap?: (bytes: number) => boolean } } & WebAssembly.Imports

/**
 * PDFium (Google's PDF reader), compiled to WebAssembly: it sees nothing but its own memory and has no script engine, so whatever
 * a file makes it do stays inside. The build puts `pdfium.wasm` beside the bundle.
 */
export async function openPdfium(): Promise<Pdfium> {
  const code = new WebAssembly.Module(readFileSync(join(__dirname, 'pdfium.wasm')))
  const overrides = {
    instantiateWasm(imports: Imports, receive: (instance: WebAssembly.Instance) => unknown) {
      const grow = imports.env.emscripten_resize_heap
      // Without this place to hold on to, nothing would bound the memory.
      if (!grow) throw new Error('PDFium no longer asks before it grows')
      imports.env.emscripten_resize_heap = (bytes) => bytes >>> 0 <= MOST_MEMORY && grow(bytes)
      return receive(new WebAssembly.Instance(code, imports))
    },
    // What it has to say may quote the file.
    print() {},
    printErr() {},
  }
  const wrapped = await init(overrides as Parameters<typeof init>[0])
  const { malloc, memory } = wrapped.pdfium.wasmExports as unknown as {
    malloc(bytes: number): number
    memory: WebAssembly.Memory
  }
  const allocate = (bytes: number) => {
    const at = malloc(bytes)
    if (at === 0) throw new RangeError('out of memory')
    return at
  }
  const pdfium = Object.assign(wrapped, { memory, allocate })
  pdfium.FPDF_InitLibrary()
  useChineseFont(pdfium)
  return pdfium
}
