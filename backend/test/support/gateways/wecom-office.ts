import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

export interface WeComCard {
  touser: string;
  msgtype: string;
  agentid: number;
  textcard?: { title: string; description: string; url: string };
}

/** WeCom's side of `gettoken` and `message/send`, as its documents describe them. */
export class WeComOffice {
  readonly cards: WeComCard[] = [];
  /** user ids within the application's scope */
  readonly users = new Set<string>();
  tokensGiven = 0;
  private token = '';

  private constructor(private readonly server: Server) {}

  static async open(corpId: string, secret: string): Promise<WeComOffice> {
    const server = createServer();
    const office = new WeComOffice(server);
    server.on('request', (request: IncomingMessage, response) => {
      void readBody(request).then((body) => {
        const url = new URL(request.url ?? '', 'http://office');
        const answer =
          url.pathname === '/cgi-bin/gettoken'
            ? office.giveToken(
                url.searchParams.get('corpid') === corpId && url.searchParams.get('corpsecret') === secret,
              )
            : office.take(url.searchParams.get('access_token'), JSON.parse(body) as WeComCard);
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(answer));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return office;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** As after 7200 s, or when somebody resets the secret. */
  forgetToken(): void {
    this.token = '';
  }

  close(): Promise<unknown> {
    return new Promise((resolve) => this.server.close(resolve));
  }

  private giveToken(known: boolean) {
    if (!known) return { errcode: 40001, errmsg: 'invalid credential' };
    this.token = `token-${++this.tokensGiven}`;
    return { errcode: 0, errmsg: 'ok', access_token: this.token, expires_in: 7200 };
  }

  private take(token: string | null, card: WeComCard) {
    if (!token || token !== this.token) return { errcode: 42001, errmsg: 'access_token expired' };
    if (!this.users.has(card.touser)) return { errcode: 0, errmsg: 'ok', invaliduser: card.touser };
    this.cards.push(card);
    return { errcode: 0, errmsg: 'ok', msgid: '1' };
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
