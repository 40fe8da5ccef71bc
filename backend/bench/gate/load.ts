import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type LoadOrder, type LoadReport, serve } from './messages.js';
import { type BenchPhone, codeOf, phoneOf } from './phones.js';
import { devices, SECRET } from './seed.js';

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;
const CONNECTIONS = 64;
const { passes } = JSON.parse(process.argv[2] ?? '{}') as { passes: number };
const phones: BenchPhone[] = Array.from({ length: passes }, (_, n) => phoneOf(n));

serve<LoadOrder>(run);
process.send?.({ ready: true });

async function run(order: LoadOrder): Promise<LoadReport> {
  const most = order.rate > 0 ? Math.ceil(order.rate * order.seconds) : order.seconds * 6_000;
  const requests = await prepare(order, most);
  const lanes = await Promise.all(Array.from({ length: CONNECTIONS }, () => Lane.open(order.port)));
  // Signing thousands of codes leaves rubbish that must not be swept while answers are timed.
  collectGarbage();
  const latencies: number[] = [];
  const failures: string[] = [];
  let next = 0;
  const began = performance.now();
  const ends = began + order.seconds * 1000;

  async function send(lane: Lane, due: number): Promise<void> {
    const request = requests[next++ % requests.length] ?? '';
    const answer = await lane.exchange(request);
    latencies.push(performance.now() - due);
    if (!answer.startsWith('HTTP/1.1 200') || !answer.includes('"admit"')) failures.push(answer);
  }
  const isOver = () => performance.now() >= ends || (order.gate !== null && next >= requests.length);
  if (order.rate === 0) {
    await Promise.all(
      lanes.map(async (lane) => {
        while (!isOver()) await send(lane, performance.now());
      }),
    );
  } else {
    await paced(lanes, order.rate, most, began, send);
  }
  const seconds = (performance.now() - began) / 1000;
  lanes.forEach((lane) => lane.close());
  latencies.sort((a, b) => a - b);
  const quantile = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0;
  return {
    rps: latencies.length / seconds,
    p50: quantile(0.5),
    p99: quantile(0.99),
    errors: failures.length,
    sent: latencies.length,
    firstError: failures[0]?.slice(0, 2000) ?? '',
  };
}

/** Sends at a fixed rate; a request that finds no free connection waits, and its waiting counts. */
async function paced(
  lanes: Lane[],
  rate: number,
  most: number,
  began: number,
  send: (lane: Lane, due: number) => Promise<void>,
): Promise<void> {
  const free = [...lanes];
  const waiting: number[] = [];
  let done = 0;
  await new Promise<void>((resolve) => {
    const take = () => {
      while (free.length > 0 && waiting.length > 0) {
        const lane = free.pop();
        const due = waiting.shift();
        if (!lane || due === undefined) return;
        void send(lane, due).then(() => {
          free.push(lane);
          if (++done === most) resolve();
          take();
        });
      }
    };
    let scheduled = 0;
    const tick = () => {
      const due = Math.min(most, Math.floor(((performance.now() - began) / 1000) * rate));
      for (; scheduled < due; scheduled++) waiting.push(began + (scheduled / rate) * 1000);
      take();
      if (scheduled < most) setTimeout(tick, 1);
    };
    tick();
  });
}

async function prepare(order: LoadOrder, most: number): Promise<string[]> {
  const count = order.gate === null ? 1 : Math.min(most, passes - order.first);
  const now = Date.now();
  return Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const phone = phones[order.first + at];
      const body = order.gate === null || !phone ? order.body : await question(order.gate, phone, now);
      const authorization = `Device ${devices[at % devices.length] ?? ''}.${SECRET}`;
      const proof = order.gate === null ? {} : { authorization };
      const head = Object.entries({ ...proof, 'content-length': String(Buffer.byteLength(body)) });
      return `POST ${order.path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
    }),
  );
}

async function question(gate: string, phone: BenchPhone, now: number): Promise<string> {
  const value = await codeOf(phone, now / 1000);
  const at = new Date(now).toISOString();
  return JSON.stringify({ nonce: randomUUID(), credential: { kind: 'code', value }, direction: 'entry', gate, at });
}

/** One kept-alive connection with at most one request under way: just enough HTTP to cost next to nothing. */
class Lane {
  private text = '';
  private answered: (answer: string) => void = () => undefined;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true).setEncoding('latin1');
    socket.on('data', (data: string) => this.receive(data));
    socket.on('close', () => this.answered('closed'));
    socket.on('error', () => undefined);
  }

  static open(port: number): Promise<Lane> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Lane(socket)));
      socket.once('error', reject);
    });
  }

  exchange(request: string): Promise<string> {
    return new Promise((resolve) => {
      this.answered = resolve;
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private receive(data: string): void {
    this.text += data;
    const body = this.text.indexOf('\r\n\r\n') + 4;
    if (body < 4) return;
    const length = Number(/content-length: (\d+)/i.exec(this.text)?.[1] ?? 0);
    if (this.text.length < body + length) return;
    const answer = this.text;
    this.text = '';
    this.answered(answer);
  }
}
