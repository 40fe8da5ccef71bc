import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { hik } from './hikvision-samples.js';
import { type RawAnswer, speak, speakAndHangUp } from './raw-http.js';

interface Person {
  from: string;
  until: string;
  type: string;
  doors: string;
  face: Buffer | null;
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/** An ISAPI terminal, written from public descriptions of the interface: a web server with digest sign-in, and a sender of events. */
export class HikTerminalEmulator {
  readonly people = new Map<string, Person>();
  /** `METHOD path` of every request that was let in */
  readonly calls: string[] = [];
  /** answers faces with this instead of taking them */
  faceProblem: object | null = null;
  /** cuts the next so many connections in the middle */
  breakDowns = 0;
  listener = '';
  opened = 0;
  private nonces = new Map<string, number>();
  private readonly log: Record<string, unknown>[] = [];
  private serialNo = 310;

  private constructor(
    private readonly server: Server,
    readonly user: string,
    readonly password: string,
  ) {}

  static async open(user: string, password: string): Promise<HikTerminalEmulator> {
    const server = createServer();
    const terminal = new HikTerminalEmulator(server, user, password);
    server.on('request', (request: IncomingMessage, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (terminal.breakDowns > 0) {
          terminal.breakDowns -= 1;
          request.socket.destroy();
          return;
        }
        const answer = terminal.answer(request, Buffer.concat(chunks));
        response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
        response.end(JSON.stringify(answer.body));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return terminal;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): Promise<unknown> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }

  /** Every sign-in so far is forgotten, as after a restart. */
  restart(): void {
    this.nonces.clear();
  }

  /** Asks the server about a code or a recognised person. Answers whether the door opened. */
  async present(who: { code?: string; person?: string }, at: string): Promise<boolean> {
    const answer = await this.post(this.question(who, at));
    const { RemoteCheck: said } = JSON.parse(answer.body) as {
      RemoteCheck?: { serialNo: number; checkResult: string };
    };
    const opens = said?.serialNo === this.serialNo && said.checkResult === 'success';
    if (opens) this.opened += 1;
    // What it did is told once more, with the same person.
    await this.post(this.event({ subEventType: 75, employeeNoString: who.person ?? '', remoteCheckResult: opens }, at));
    return opens;
  }

  presentAndLoseConnection(who: { code?: string; person?: string }, at: string): Promise<void> {
    const { type, body } = this.wrapped(this.question(who, at));
    return speakAndHangUp({ method: 'POST', url: this.listener, type, body });
  }

  /** The terminal decided alone. Answers the event, to be posted now, later, or read from its log. */
  happened(person: string, subEventType: number, at: string): object {
    const event = this.event({ subEventType, employeeNoString: person }, at);
    const { AccessControllerEvent: details } = event as { AccessControllerEvent: Record<string, unknown> };
    this.log.push({ ...details, minor: subEventType, major: 5, time: at });
    return event;
  }

  post(event: object): Promise<RawAnswer> {
    return speak({ method: 'POST', url: this.listener, ...this.wrapped(event) });
  }

  postPlain(body: string): Promise<RawAnswer> {
    return speak({ method: 'POST', url: this.listener, type: 'application/json; charset="UTF-8"', body });
  }

  private question({ code, person }: { code?: string; person?: string }, at: string): object {
    return this.event(
      {
        remoteCheck: true,
        subEventType: code ? 0x9c : 0x4b,
        ...(code ? { QRCodeInfo: code, employeeNoString: '' } : { employeeNoString: person }),
      },
      at,
    );
  }

  private event(details: object, at: string): object {
    this.serialNo += 1;
    const { AccessControllerEvent: sample, ...around } = hik.event;
    return { ...around, dateTime: at, AccessControllerEvent: { ...sample, serialNo: this.serialNo, ...details } };
  }

  /** Beside a picture, which nobody should read. */
  private wrapped(event: object): { type: string; body: Buffer } {
    const mark = `--${hik.boundary}\r\n`;
    const body = Buffer.concat([
      Buffer.from(`${mark}Content-Type: application/json; charset="UTF-8"\r\n\r\n${JSON.stringify(event)}\r\n`),
      Buffer.from(`${mark}Content-Disposition: form-data; name="Picture"\r\nContent-Type: image/jpeg\r\n\r\n`),
      Buffer.from([0xff, 0xd8, 0xff, 0x0d, 0x0a, 0xff, 0xd9]),
      Buffer.from(`\r\n--${hik.boundary}--\r\n`),
    ]);
    return { type: `multipart/form-data; boundary=${hik.boundary}`, body };
  }

  private answer(
    request: IncomingMessage,
    body: Buffer,
  ): { status: number; body: object; headers?: Record<string, string> } {
    if (!this.isSignedIn(request)) {
      const nonce = randomBytes(16).toString('hex');
      this.nonces.set(nonce, 0);
      const challenge = `Digest qop="auth", realm="IP Camera(12345)", nonce="${nonce}", opaque="", stale="FALSE"`;
      return { status: 401, body: {}, headers: { 'www-authenticate': challenge } };
    }
    const [path = '', query = ''] = (request.url ?? '').split('?');
    this.calls.push(`${request.method} ${path}`);
    if (!new URLSearchParams(query).has('format')) return { status: 400, body: { statusCode: 6 } };
    if (path === '/ISAPI/AccessControl/UserInfo/SetUp') return this.setUp(body);
    if (path === '/ISAPI/Intelligent/FDLib/FDSetUp') return this.learn(body, request.headers['content-type'] ?? '');
    if (path === '/ISAPI/Intelligent/FDLib/FDSearch/Delete') return this.forget(body);
    if (path === '/ISAPI/AccessControl/UserInfo/Delete') return this.remove(body);
    if (path === '/ISAPI/AccessControl/AcsEvent') return this.search(body);
    return { status: 404, body: { statusCode: 4, subStatusCode: 'notSupport' } };
  }

  private isSignedIn({ headers, method, url }: IncomingMessage): boolean {
    const given = Object.fromEntries(
      [...(headers.authorization ?? '').matchAll(/(\w+)="?([^",]*)"?/g)].map(([, name, value]) => [name, value]),
    ) as Record<string, string>;
    const { nonce = '', nc = '', cnonce = '', response = '', uri } = given;
    const used = this.nonces.get(nonce);
    // A used number is a replay.
    if (used === undefined || parseInt(nc, 16) <= used || uri !== url) return false;
    const secret = md5(`${this.user}:IP Camera(12345):${this.password}`);
    if (response !== md5(`${secret}:${nonce}:${nc}:${cnonce}:auth:${md5(`${method}:${url}`)}`)) return false;
    this.nonces.set(nonce, parseInt(nc, 16));
    return true;
  }

  private setUp(body: Buffer) {
    const { UserInfo: person } = JSON.parse(body.toString()) as {
      UserInfo: {
        employeeNo: string;
        userType: string;
        doorRight: string;
        Valid: { beginTime: string; endTime: string };
      };
    };
    const known = this.people.get(person.employeeNo);
    const { beginTime: from, endTime: until } = person.Valid;
    this.people.set(person.employeeNo, {
      from,
      until,
      type: person.userType,
      doors: person.doorRight,
      face: known?.face ?? null,
    });
    return { status: 200, body: hik.ok };
  }

  private learn(body: Buffer, type: string) {
    if (this.faceProblem) return { status: 400, body: this.faceProblem };
    const mark = /boundary=(\S+)/.exec(type)?.[1] ?? '';
    const parts = body.toString('latin1').split(`--${mark}`);
    const content = (part = '') => part.slice(part.indexOf('\r\n\r\n') + 4, -2);
    const { FPID, faceLibType } = JSON.parse(content(parts[1])) as { FPID: string; faceLibType: string };
    const person = this.people.get(FPID);
    if (!person || faceLibType !== 'blackFD') return { status: 400, body: hik.problems.unknownPerson };
    person.face = Buffer.from(content(parts[2]), 'latin1');
    return { status: 200, body: hik.ok };
  }

  private forget(body: Buffer) {
    const { FPID } = JSON.parse(body.toString()) as { FPID: { value: string }[] };
    for (const { value } of FPID) {
      const person = this.people.get(value);
      if (person) person.face = null;
    }
    return { status: 200, body: hik.ok };
  }

  private remove(body: Buffer) {
    const { UserInfoDelCond: condition } = JSON.parse(body.toString()) as {
      UserInfoDelCond: { EmployeeNoList: { employeeNo: string }[] };
    };
    for (const { employeeNo } of condition.EmployeeNoList) this.people.delete(employeeNo);
    return { status: 200, body: hik.ok };
  }

  private search(body: Buffer) {
    const { AcsEventCond: condition } = JSON.parse(body.toString()) as {
      AcsEventCond: { searchResultPosition: number; startTime: string };
    };
    const all = this.log.filter(({ time }) => Date.parse(String(time)) >= Date.parse(condition.startTime));
    // Pages of one, so that paging is seen to work.
    const page = all.slice(condition.searchResultPosition, condition.searchResultPosition + 1);
    const isLast = condition.searchResultPosition + page.length >= all.length;
    return {
      status: 200,
      body: { AcsEvent: { responseStatusStrg: isLast ? 'OK' : 'MORE', numOfMatches: page.length, InfoList: page } },
    };
  }
}
