import { type FileHandle, open } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LONGEST_END = 22 + 65_535;
const STORED = 0;

interface Entry {
  method: number;
  packed: number;
  offset: number;
}

/** Thrown for what is no zip, or not of the plain kind. */
export class UnreadableZip extends Error {}

/** Reads single files of a zip on the disk, piece by piece. */
export class ZipReader {
  private constructor(
    private readonly file: FileHandle,
    private readonly entries: Map<string, Entry>,
  ) {}

  static async open(path: string): Promise<ZipReader> {
    const file = await open(path, 'r');
    try {
      return new ZipReader(file, await directoryOf(file));
    } catch (error) {
      await file.close();
      throw error instanceof UnreadableZip ? error : new UnreadableZip(String(error));
    }
  }

  names(): string[] {
    return [...this.entries.keys()];
  }

  /** The text of a file in pieces; nothing when there is no such file. */
  async *text(name: string): AsyncGenerator<string> {
    const entry = this.entries.get(name);
    if (!entry) return;
    const head = await read(this.file, entry.offset, 30);
    const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
    const raw = this.file.createReadStream({
      start,
      end: start + Math.max(0, entry.packed - 1),
      autoClose: false,
    });
    const decoder = new TextDecoder();
    const bytes: AsyncIterable<Buffer> =
      entry.packed === 0 ? emptyBytes() : entry.method === STORED ? raw : raw.pipe(createInflateRaw());
    for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  }

  async whole(name: string): Promise<string> {
    const pieces: string[] = [];
    for await (const piece of this.text(name)) pieces.push(piece);
    return pieces.join('');
  }

  close(): Promise<void> {
    return this.file.close();
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- an empty stream
async function* emptyBytes(): AsyncGenerator<Buffer> {
  yield Buffer.alloc(0);
}

async function read(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}

async function directoryOf(file: FileHandle): Promise<Map<string, Entry>> {
  const { size } = await file.stat();
  const tail = await read(file, Math.max(0, size - LONGEST_END), Math.min(size, LONGEST_END));
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end--;
  if (end < 0) throw new UnreadableZip('no directory');
  const [length, begin] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  const directory = await read(file, begin, length);
  const entries = new Map<string, Entry>();
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === ENTRY;) {
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    const [method, packed, offset] = [
      directory.readUInt16LE(at + 10),
      directory.readUInt32LE(at + 20),
      directory.readUInt32LE(at + 42),
    ];
    // The same name twice: programs differ in which one they show.
    if (entries.has(name)) throw new UnreadableZip('a file is there twice');
    entries.set(name, { method, packed, offset });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}
