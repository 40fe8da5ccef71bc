import { Agent, request } from 'node:http';

export interface Answer {
  status: number;
  body: string;
}

const PATIENCE_MS = 8_000;
const PAUSE_MS = 50;
const TOO_MANY = 429;

/** One gate device: asks until it is answered, with the same words, as the gate API wants it. */
export class GateDevice {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 32 });
  /** answers that say: not now */
  private refusals = 0;
  private losses = 0;

  constructor(
    private readonly port: () => number,
    readonly id: string,
    private readonly secret: string,
    readonly gate: string,
    /** how far this device's clock is off */
    private readonly skewMs: number,
  ) {}

  /** requests whose answer did not come, or came as "not now" */
  get repeated(): number {
    return this.losses + this.refusals;
  }

  /** the device's own clock */
  now(): string {
    return new Date(Date.now() + this.skewMs).toISOString();
  }

  /** Sends until an answer with a meaning comes: anything but a 5xx or "too often". */
  async ask(path: string, body: string, until: number): Promise<Answer> {
    for (;;) {
      const answer = await this.once(path, body).catch(() => null);
      if (answer && answer.status < 500 && answer.status !== TOO_MANY) return answer;
      if (answer) this.refusals += 1;
      else this.losses += 1;
      if (Date.now() > until)
        throw new Error(`no answer to ${path}: ${answer ? answer.body.slice(0, 200) : 'nothing'}`);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  close(): void {
    this.agent.destroy();
  }

  private once(path: string, body: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        authorization: `Device ${this.id}.${this.secret}`,
      };
      const options = { host: '127.0.0.1', port: this.port(), path, method: 'POST', headers, agent: this.agent };
      const sent = request(options, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('error', reject);
        // A cut answer ends too: only a whole one counts.
        response.on('close', () =>
          response.complete ? resolve({ status: response.statusCode ?? 0, body: text }) : reject(new Error('cut')),
        );
      });
      sent.setTimeout(PATIENCE_MS, () => sent.destroy(new Error('too late')));
      sent.on('error', reject);
      sent.end(body);
    });
  }
}
