import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

export interface Received {
  id: string;
  body: { type: string; timestamp: string; data: Record<string, unknown> };
  text: string;
  genuine: boolean;
}

/** The other side of a webhook, written from the Standard Webhooks specification: checks, takes, or is out of order. */
export class WebhookReceiver {
  readonly received: Received[] = [];
  /** what it answers */
  status = 200;
  secret = '';

  private constructor(private readonly server: Server) {}

  static async open(): Promise<WebhookReceiver> {
    const server = createServer();
    const receiver = new WebhookReceiver(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        receiver.take(request.headers, Buffer.concat(chunks).toString());
        response.writeHead(receiver.status, { location: '/elsewhere' }).end('thank you');
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private take(headers: IncomingHttpHeaders, text: string): void {
    const id = String(headers['webhook-id']);
    const genuine = String(headers['webhook-signature'])
      .split(' ')
      .some((signature) => this.isMine(signature, `${id}.${String(headers['webhook-timestamp'])}.${text}`));
    this.received.push({ id, body: JSON.parse(text) as Received['body'], text, genuine });
  }

  private isMine(signature: string, signed: string): boolean {
    const [version, code = ''] = signature.split(',');
    const key = Buffer.from(this.secret.replace(/^whsec_/, ''), 'base64');
    const expected = createHmac('sha256', key).update(signed).digest();
    const given = Buffer.from(code, 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  }
}
