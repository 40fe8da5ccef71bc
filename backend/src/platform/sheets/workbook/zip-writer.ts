import { once } from 'node:events';
import { type Writable } from 'node:stream';
import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib';

/** Text is gathered to pieces of this size before it is pressed. */
const PIECE = 64 * 1024;
const FLAGS = 0x0808;
const DEFLATED = 8;
const VERSION = 20;
/** 1980-01-01: the time of making stands on the cover. */
const DOS_DATE = 0x0021;
/** What 32 bits can say; larger archives would need another form of zip. */
const MOST = 0xfffffffe;

interface Entry {
  name: Buffer;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

/** Writes a zip, file after file, as fast as the reader takes it: `text` waits while too much is under way. */
export class ZipWriter {
  private readonly entries: Entry[] = [];
  private offset = 0;
  private current: OpenFile | null = null;

  constructor(private readonly to: Writable) {}

  async begin(name: string): Promise<void> {
    await this.end();
    const entry = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, offset: this.offset };
    this.entries.push(entry);
    await this.put(Buffer.concat([localHeader(entry), entry.name]));
    this.current = new OpenFile(entry, (chunk) => this.put(chunk));
  }

  text(text: string): Promise<void> | void {
    return this.current?.text(text);
  }

  /** A whole file at once. */
  async file(name: string, text: string): Promise<void> {
    await this.begin(name);
    await this.text(text);
  }

  async finish(): Promise<void> {
    await this.end();
    const begin = this.offset;
    for (const entry of this.entries) await this.put(Buffer.concat([centralHeader(entry), entry.name]));
    await this.put(endRecord(this.entries.length, this.offset - begin, begin));
  }

  private async end(): Promise<void> {
    const file = this.current;
    this.current = null;
    if (!file) return;
    await file.end();
    await this.put(descriptor(file.entry));
  }

  private async put(chunk: Buffer): Promise<void> {
    this.offset += chunk.length;
    if (this.offset > MOST) throw new Error('the file is larger than a zip of this kind can be');
    if (!this.to.write(chunk)) await once(this.to, 'drain');
  }
}

/** One file of the zip while it is written. */
class OpenFile {
  private readonly deflate: DeflateRaw = createDeflateRaw({ level: 1 });
  private readonly pressed: Promise<void>;
  private waiting: string[] = [];
  private length = 0;

  constructor(
    readonly entry: Entry,
    put: (chunk: Buffer) => Promise<void>,
  ) {
    this.pressed = this.press(put);
    this.pressed.catch(() => undefined);
  }

  text(text: string): Promise<void> | void {
    this.waiting.push(text);
    this.length += text.length;
    if (this.length >= PIECE) return this.flush();
  }

  async end(): Promise<void> {
    await this.flush();
    this.deflate.end();
    await this.pressed;
  }

  private async flush(): Promise<void> {
    const bytes = Buffer.from(this.waiting.join(''));
    [this.waiting, this.length] = [[], 0];
    this.entry.crc = crc32(bytes, this.entry.crc);
    this.entry.size += bytes.length;
    await new Promise<void>((resolve, reject) => {
      this.deflate.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  }

  private async press(put: (chunk: Buffer) => Promise<void>): Promise<void> {
    for await (const chunk of this.deflate as AsyncIterable<Buffer>) {
      this.entry.packed += chunk.length;
      await put(chunk);
    }
  }
}

function localHeader({ name }: Entry): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(DEFLATED, 8);
  header.writeUInt16LE(DOS_DATE, 12);
  header.writeUInt16LE(name.length, 26);
  return header;
}

function descriptor({ crc, packed, size }: Entry): Buffer {
  const record = Buffer.alloc(16);
  record.writeUInt32LE(0x08074b50, 0);
  record.writeUInt32LE(crc, 4);
  record.writeUInt32LE(packed, 8);
  record.writeUInt32LE(size, 12);
  return record;
}

function centralHeader({ name, crc, packed, size, offset }: Entry): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(VERSION, 6);
  header.writeUInt16LE(FLAGS, 8);
  header.writeUInt16LE(DEFLATED, 10);
  header.writeUInt16LE(DOS_DATE, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(packed, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(offset, 42);
  return header;
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
