/** Bytes on the web that survive a reload: IndexedDB, because local storage holds no 2 MB pictures. */
const NAME = 'onecert.pictures'
const STORE = 'blobs'

/** Where the browser refuses a database (a private window), bytes last as long as the page. */
const memory = new Map<string, Blob>()

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

let opening: Promise<IDBDatabase> | null = null
function database(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opening
}

async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await database()
  return settled(work(db.transaction(STORE, mode).objectStore(STORE)))
}

export const blobs = {
  /** Whether they are stored. */
  async put(key: string, blob: Blob): Promise<boolean> {
    try {
      await within('readwrite', (store) => store.put(blob, key))
      return true
    } catch (error) {
      console.warn('pictures', error)
      memory.set(key, blob)
      return false
    }
  },

  async get(key: string): Promise<Blob | null> {
    const held = memory.get(key)
    if (held) return held
    return within<Blob | undefined>('readonly', (store) => store.get(key)).then(
      (blob) => blob ?? null,
      () => null,
    )
  },

  async remove(key: string): Promise<void> {
    memory.delete(key)
    await within('readwrite', (store) => store.delete(key)).catch((error) => console.warn('pictures', error))
  },
}
