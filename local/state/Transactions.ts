import { randomUUID } from 'node:crypto'
import { PlatformError } from '../errors'
import { TRANSACTION_LIFE_MS } from '../limits'
import type { Change, Store } from './Store'
import { View } from './View'

type Transaction = {
  id: string
  view: View
  locks: Set<string>
  expiresAt: number
  /** documents others committed since this transaction began, as they stood at its start */
  past: Map<string, Change>
  ended: Promise<void>
  end: () => void
}

/** A plain write met a lock: it waits for that transaction to end and runs again. */
class Waiting extends Error {
  constructor(readonly released: Promise<void>) {
    super('waits for a lock')
  }
}

const EXPIRY_CHECK_MS = 200
const ended = () => new PlatformError('DATABASE_TRANSACTION_FAIL', 'the transaction does not exist or has ended')
const conflict = () =>
  new PlatformError('DATABASE_TRANSACTION_CONFLICT', 'the document is being changed by another write')

/**
 * Snapshot isolation with write locks per document and per unique key, first writer wins. Every piece of work is
 * synchronous, so nothing runs between its reads and its commit.
 */
export class Transactions {
  private readonly open = new Map<string, Transaction>()
  private readonly locks = new Map<string, Transaction>()
  private readonly timer: NodeJS.Timeout

  constructor(
    private readonly store: Store,
    private readonly clock: () => number,
  ) {
    this.timer = setInterval(() => this.expire(), EXPIRY_CHECK_MS).unref()
  }

  close(): void {
    clearInterval(this.timer)
  }

  /** Begins a transaction; it lives TRANSACTION_LIFE_MS unless committed or aborted. */
  start(): string {
    let end = () => {}
    const over = new Promise<void>((resolve) => {
      end = resolve
    })
    const locks = new Set<string>()
    const past = new Map<string, Change>()
    const guard = (name: string) => {
      const holder = this.locks.get(name)
      if ((holder && holder !== transaction) || past.has(name)) throw conflict()
      this.locks.set(name, transaction)
      locks.add(name)
    }
    const view = new View(this.store, guard, () => past)
    const expiresAt = this.clock() + TRANSACTION_LIFE_MS
    const transaction: Transaction = { id: randomUUID(), view, locks, expiresAt, past, ended: over, end }
    this.open.set(transaction.id, transaction)
    return transaction.id
  }

  /**
   * Runs one piece of work. Without a transaction it commits at once, after waiting for locks; inside one, any refusal
   * ends the transaction, as MongoDB does.
   */
  async run<T>(transactionId: unknown, work: (view: View) => T): Promise<T> {
    if (transactionId === undefined || transactionId === '') return this.runPlain(work)
    const transaction = this.find(transactionId)
    try {
      return work(transaction.view)
    } catch (error) {
      this.finish(transaction)
      throw error
    }
  }

  /** Makes the transaction's writes durable and visible, all at once. */
  commit(transactionId: unknown): void {
    const transaction = this.find(transactionId)
    this.finish(transaction)
    this.remember(transaction.view.commit())
  }

  abort(transactionId: unknown): void {
    this.finish(this.find(transactionId))
  }

  private async runPlain<T>(work: (view: View) => T): Promise<T> {
    for (;;) {
      try {
        this.expire()
        const view = new View(this.store, (name) => {
          const holder = this.locks.get(name)
          if (holder) throw new Waiting(holder.ended)
        })
        const result = work(view)
        this.remember(view.commit())
        return result
      } catch (error) {
        if (!(error instanceof Waiting)) throw error
        await error.released
      }
    }
  }

  private find(transactionId: unknown): Transaction {
    this.expire()
    const transaction = this.open.get(String(transactionId))
    if (!transaction) throw ended()
    return transaction
  }

  /** What was just overwritten stays visible to the transactions that began before. */
  private remember(before: Map<string, Change>): void {
    for (const { past } of this.open.values()) {
      for (const [name, change] of before) if (!past.has(name)) past.set(name, change)
    }
  }

  private finish(transaction: Transaction): void {
    this.open.delete(transaction.id)
    for (const name of transaction.locks) this.locks.delete(name)
    transaction.end()
  }

  private expire(): void {
    for (const transaction of this.open.values()) if (transaction.expiresAt <= this.clock()) this.finish(transaction)
  }
}
