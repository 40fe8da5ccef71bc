import { generateKeyPairSync } from 'node:crypto';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import { selfSigned } from '../../../src/identity/infrastructure/saml/self-signed.js';

const DAY = 86_400_000;

export interface ReceivedMail {
  from: string;
  to: string;
  headers: Map<string, string>;
  text: string;
  encrypted: boolean;
  user: string | null;
}

/** A mail server as RFC 5321, 3207 and 4954 describe it, as far as one sender needs it; written without the library. */
export class MailServer {
  readonly accepted: ReceivedMail[] = [];
  readonly certificate: string;
  /** what it says to a recipient; anything but 250 refuses him */
  answer = '250 ok';
  offersTls = true;
  private readonly context;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly account: { user: string; password: string },
  ) {
    const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.certificate = selfSigned(keys, 'localhost', [new Date(Date.now() - DAY), new Date(Date.now() + DAY)]);
    const key = keys.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    this.context = createSecureContext({ key, cert: this.certificate });
  }

  static async open(account: { user: string; password: string }): Promise<MailServer> {
    const server = createServer();
    const mails = new MailServer(server, account);
    server.on('connection', (socket) => mails.greet(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return mails;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  close(): Promise<unknown> {
    for (const socket of this.sockets) socket.destroy();
    return new Promise((resolve) => this.server.close(resolve));
  }

  private greet(socket: Socket): void {
    this.sockets.add(socket);
    socket.write('220 localhost ready\r\n');
    this.talk(socket, false);
  }

  private talk(socket: Socket, encrypted: boolean): void {
    let from = '';
    let to = '';
    let waiting = '';
    let user: string | null = null;
    let inData = false;
    const say = (line: string) => void socket.write(`${line}\r\n`);
    const told = (line: string): void => {
      const [verb = ''] = line.toUpperCase().split(' ');
      const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
      if (verb === 'EHLO')
        return say(`250-localhost\r\n${this.offersTls && !encrypted ? '250-STARTTLS\r\n' : ''}250 AUTH PLAIN`);
      if (verb === 'STARTTLS') {
        if (!this.offersTls) return say('502 not here');
        say('220 go ahead');
        socket.removeAllListeners('data');
        const secure = new TLSSocket(socket, { isServer: true, secureContext: this.context });
        secure.on('error', () => socket.destroy());
        return this.talk(secure, true);
      }
      if (verb === 'AUTH') {
        const [, name, password] = Buffer.from(line.split(' ')[2] ?? '', 'base64')
          .toString()
          .split('\0');
        const isKnown = name === this.account.user && password === this.account.password;
        if (isKnown) user = name;
        return say(isKnown ? '235 welcome' : '535 5.7.8 wrong password for somebody@campus.test');
      }
      if (verb === 'MAIL') from = address;
      if (verb === 'RCPT') to = address;
      if (verb === 'RCPT') return say(this.answer);
      if (verb === 'DATA') inData = true;
      say(verb === 'DATA' ? '354 go on' : verb === 'QUIT' ? '221 bye' : '250 ok');
    };
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      waiting += chunk.toString('latin1');
      for (;;) {
        const end = inData ? '\r\n.\r\n' : '\r\n';
        const at = waiting.indexOf(end);
        if (at < 0) return;
        const part = waiting.slice(0, at);
        waiting = waiting.slice(at + end.length);
        if (!inData) told(part);
        else {
          inData = false;
          this.accepted.push({ from, to, encrypted, user, ...read(part) });
          say('250 queued');
        }
      }
    });
  }
}

/** Headers with their encoded words read (RFC 2047), and the first part's text. */
function read(message: string): Pick<ReceivedMail, 'headers' | 'text'> {
  const [head = '', ...rest] = message.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = new Map(
    lines.map((line) => [line.split(':')[0]?.toLowerCase() ?? '', words(line.slice(line.indexOf(':') + 1).trim())]),
  );
  const first = /Content-Transfer-Encoding: base64\s*$/i.test(rest[0] ?? '') ? rest[1] : '';
  const text = Buffer.from((first ?? '').split('\r\n--')[0] ?? '', 'base64').toString('utf8');
  return { headers, text: text || decodedQuoted(rest[1] ?? rest[0] ?? '') };
}

const words = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, kind: string, inside: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(inside, 'base64').toString('utf8')
        : decodedQuoted(inside.replace(/_/g, ' ')),
    );

const decodedQuoted = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
