import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

interface Issued {
  user: string;
  service: string;
  attributes: Record<string, string[]>;
  renew: boolean;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? '');

/**
 * A CAS server of its own: issues tickets for a byte-exact service, validates each once. Shares no code with the client.
 * `answer` replaces what a validation says, to be odd or hostile.
 */
export class CasServer {
  readonly asked: URL[] = [];
  answer: ((url: URL) => { status?: number; type?: string; body: string | Buffer; location?: string } | null) | null =
    null;
  private readonly tickets = new Map<string, Issued>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<CasServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const cas = new CasServer(server);
    server.on('request', (request, reply) => {
      const url = new URL(request.url ?? '/', cas.base);
      cas.asked.push(url);
      const {
        status = 200,
        type = 'application/xml',
        body,
        location,
      } = cas.answer?.(url) ?? { body: cas.validate(url) };
      reply.writeHead(status, { 'content-type': type, ...(location && { location }) }).end(body);
    });
    return cas;
  }

  get base(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/cas`;
  }

  issue(service: string, user: string, attributes: Record<string, string[]> = {}, renew = false): string {
    const ticket = `ST-1-${randomBytes(20).toString('hex')}-cas01.example.org`;
    this.tickets.set(ticket, { user, service, attributes, renew });
    return ticket;
  }

  close(): void {
    this.server.close();
  }

  static success(user: string, attributes: Record<string, string[]> = {}): string {
    const lines = Object.entries(attributes).flatMap(([name, values]) =>
      values.map((value) => `<cas:${name}>${escaped(value)}</cas:${name}>`),
    );
    return `<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'><cas:authenticationSuccess><cas:user>${escaped(user)}</cas:user>
      <cas:attributes>${lines.join('')}</cas:attributes></cas:authenticationSuccess></cas:serviceResponse>`;
  }

  static failure(code: string): string {
    return `<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'><cas:authenticationFailure code="${code}">no</cas:authenticationFailure></cas:serviceResponse>`;
  }

  private validate(url: URL): string {
    const ticket = url.searchParams.get('ticket') ?? '';
    const issued = this.tickets.get(ticket);
    this.tickets.delete(ticket);
    if (!issued) return CasServer.failure('INVALID_TICKET');
    if (issued.service !== url.searchParams.get('service')) return CasServer.failure('INVALID_SERVICE');
    if (url.searchParams.get('renew') === 'true' && !issued.renew) return CasServer.failure('INVALID_TICKET');
    return CasServer.success(issued.user, issued.attributes);
  }
}
