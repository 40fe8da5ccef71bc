import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** Between the devices and the API: passes everything on until it is told to cut. */
export class Proxy {
  private readonly pairs = new Set<{ device: Socket; api: Socket }>();
  private answersToCut = 0;
  private bytesLetThrough = 0;
  private cuts = 0;

  private constructor(
    private readonly server: Server,
    private readonly target: number,
  ) {
    server.on('connection', (device) => this.join(device));
  }

  static async before(target: number): Promise<Proxy> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Proxy(server, target);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** answers that were cut so far */
  get cut(): number {
    return this.cuts;
  }

  /** Cuts the next answers after so many bytes: the server has done the work, the device does not learn it. */
  cutAnswers(count: number, afterBytes: number): void {
    this.answersToCut = count;
    this.bytesLetThrough = afterBytes;
  }

  /** Breaks every connection, whatever is under way. */
  cutAll(): void {
    for (const pair of [...this.pairs]) this.part(pair);
  }

  async stop(): Promise<void> {
    this.server.close();
    this.cutAll();
    await once(this.server, 'close');
  }

  private join(device: Socket): void {
    const pair = { device, api: connect(this.target, '127.0.0.1') };
    this.pairs.add(pair);
    device.setNoDelay(true);
    pair.api.setNoDelay(true);
    for (const socket of [device, pair.api]) {
      socket.on('error', () => undefined);
      socket.on('close', () => this.part(pair));
    }
    device.on('data', (data) => pair.api.write(data));
    pair.api.on('data', (data: Buffer) => this.answer(pair, data));
  }

  private answer(pair: { device: Socket; api: Socket }, data: Buffer): void {
    if (this.answersToCut === 0) {
      pair.device.write(data);
      return;
    }
    this.answersToCut -= 1;
    this.cuts += 1;
    pair.device.end(data.subarray(0, this.bytesLetThrough));
    this.part(pair);
  }

  private part(pair: { device: Socket; api: Socket }): void {
    this.pairs.delete(pair);
    pair.api.destroy();
    pair.device.destroySoon();
  }
}
