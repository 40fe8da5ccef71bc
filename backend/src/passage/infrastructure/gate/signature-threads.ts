import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { decompress, type P256Port } from '@gatehouse/contract/pass/p256';
import { nodeP256 } from '../node-p256.js';

interface Asked {
  publicKey: Uint8Array;
  message: Uint8Array;
  signature: Uint8Array;
  answer: (isGenuine: boolean) => void;
}

interface Thread {
  worker: Worker;
  /** batches under way, by number */
  pending: Map<number, Asked[]>;
}

const MOST_THREADS = 4;
const UNCOMPRESSED_BYTES = 65;
const SIGNATURE_BYTES = 64;
const LONGEST_MESSAGE = 255;

/** The worker beside this file, compiled or as TypeScript (which Node runs by leaving the types out). */
const WORKER = new URL(import.meta.url.replace(/signature-threads(\.\w+)(\?.*)?$/, 'signature-worker$1'));

/**
 * Checks signatures on threads of their own: on the thread that answers, the check would cost as much as everything else
 * together. What is asked in one turn of the event loop travels as one message. A thread that dies harms nobody: what it
 * had is checked here.
 */
@Injectable()
export class SignatureThreads implements P256Port, OnApplicationShutdown {
  private readonly threads: Thread[] = [];
  private readonly most = Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1));
  private asked: Asked[] = [];
  private batches = 0;

  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
    const key = publicKey.length === UNCOMPRESSED_BYTES ? publicKey : decompress(publicKey);
    if (!key || signature.length !== SIGNATURE_BYTES || message.length > LONGEST_MESSAGE) return Promise.resolve(false);
    return new Promise((answer) => {
      if (this.asked.push({ publicKey: key, message, signature, answer }) === 1) queueMicrotask(() => this.send());
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.threads.splice(0).map(({ worker }) => worker.terminate()));
  }

  private send(): void {
    const batch = this.asked;
    this.asked = [];
    const { worker, pending } = this.leastBusy();
    const id = ++this.batches;
    const records = packed(batch);
    pending.set(id, batch);
    worker.postMessage({ id, count: batch.length, records }, [records.buffer]);
  }

  private leastBusy(): Thread {
    const [first, ...others] = this.threads;
    const idle = others.reduce((least, thread) => (thread.pending.size < least.pending.size ? thread : least), first!);
    return idle && (idle.pending.size === 0 || this.threads.length === this.most) ? idle : this.start();
  }

  private start(): Thread {
    const worker = new Worker(WORKER);
    const thread: Thread = { worker, pending: new Map() };
    worker.on('message', ({ id, genuine }: { id: number; genuine: Uint8Array }) => {
      thread.pending.get(id)?.forEach(({ answer }, at) => answer(genuine[at] === 1));
      thread.pending.delete(id);
    });
    worker.on('error', () => undefined);
    worker.on('exit', () => this.replace(thread));
    worker.unref();
    this.threads.push(thread);
    return thread;
  }

  private replace(thread: Thread): void {
    const at = this.threads.indexOf(thread);
    if (at >= 0) this.threads.splice(at, 1);
    for (const { publicKey, message, signature, answer } of [...thread.pending.values()].flat())
      answer(nodeP256.verify(publicKey, message, signature));
  }
}

function packed(batch: Asked[]): Uint8Array<ArrayBuffer> {
  const sizeOf = ({ message }: Asked) => UNCOMPRESSED_BYTES + SIGNATURE_BYTES + 1 + message.length;
  const records = new Uint8Array(batch.reduce((size, asked) => size + sizeOf(asked), 0));
  let at = 0;
  for (const { publicKey, message, signature } of batch) {
    records.set(publicKey, at);
    records.set(signature, at + UNCOMPRESSED_BYTES);
    records[at + UNCOMPRESSED_BYTES + SIGNATURE_BYTES] = message.length;
    records.set(message, at + UNCOMPRESSED_BYTES + SIGNATURE_BYTES + 1);
    at += UNCOMPRESSED_BYTES + SIGNATURE_BYTES + 1 + message.length;
  }
  return records;
}
