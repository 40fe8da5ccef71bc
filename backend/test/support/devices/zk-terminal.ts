import { speak, speakAndHangUp } from './raw-http.js';
import { zk } from './zkteco-samples.js';

interface Person {
  from: number;
  until: number;
  doors: number;
  photo: Buffer | null;
}

/**
 * A terminal of the access PUSH family, written from the samples of its specification and from nothing of ours: takes
 * commands apart, keeps persons, asks the server whether to open, and stores what it cannot report.
 */
export class ZkTerminalEmulator {
  readonly people = new Map<string, Person>();
  /** doors that opened, in order */
  readonly opened: number[] = [];
  readonly screen: string[] = [];
  /** what it answers to a photo: 0, or the code of its complaint */
  photoComplaint = '';
  private index = 20;
  private readonly log: string[] = [];
  private registryCode = '';

  constructor(
    private readonly server: string,
    readonly serial: string = zk.serial,
  ) {}

  /** The whole hand-shake, as after switching on. Answers the settings it was given. */
  async connect(): Promise<Record<string, string>> {
    const registry = await this.post('registry', '', zk.registration);
    this.registryCode = /^RegistryCode=(\w{1,32})$/.exec(registry)?.[1] ?? '';
    if (!this.registryCode) throw new Error('not registered');
    const settings = await this.get('cdata', '&pushver=3.1.2&options=all');
    return Object.fromEntries(settings.split('\n').map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]));
  }

  status(path: string): Promise<number> {
    return speak({ method: 'GET', url: `${this.server}/iclock/${path}` }).then((answer) => answer.status);
  }

  /** Asks for orders until there are none, carries them out and reports. Answers the names of what it was told. */
  async poll(): Promise<string[]> {
    const told: string[] = [];
    for (;;) {
      const body = await this.get('getrequest', '');
      if (body === 'OK') return told;
      const results: string[] = [];
      for (const line of body.split('\n').filter(Boolean)) {
        const [, id = '', command = ''] = /^C:(\d+):(.*)$/s.exec(line) ?? [];
        const code = await this.obey(command, id);
        told.push(
          command
            .split(/[\s\t]/)
            .slice(0, 3)
            .join(' '),
        );
        results.push(`ID=${id}&Return=${code}&CMD=${command.split(' ').slice(0, 2).join(' ')}`);
      }
      await this.post('devicecmd', '', `${results.join('\n')}\n`);
    }
  }

  /** Fetches orders and breaks down before it can report. */
  async pollAndBreakDown(): Promise<string> {
    return this.get('getrequest', '');
  }

  /** Somebody shows a code or a face: the server decides. Answers whether the door opened. */
  async present(who: { code?: string; pin?: string }, time: string, door = 1): Promise<boolean> {
    const line = this.question(who, time, door);
    const answer = await this.post('cdata', '&AuthType=device', line);
    const [auth, echoed, control = '', tips = ''] = answer.split('\r\n');
    if (echoed !== line) throw new Error('the event line did not come back as it was');
    this.screen.push(tips.replace(/^TIPS=/, ''));
    const opens = auth === 'AUTH=SUCCEED' && control === `CONTROL DEVICE 010${door}0105`;
    if (opens) this.opened.push(door);
    return opens;
  }

  presentAndLoseConnection(who: { code?: string; pin?: string }, time: string): Promise<void> {
    const url = this.url('cdata', '&AuthType=device');
    return speakAndHangUp({
      method: 'POST',
      url,
      type: 'application/push;charset=UTF-8',
      body: this.question(who, time, 1),
    });
  }

  /** Something happened while nobody listened. Answers the line. */
  store(pin: string, event: number, time: string, { door = 1, inOut = 0 } = {}): string {
    this.index += 1;
    const line = `time=${time}\tpin=${pin}\tcardno=0\teventaddr=${door}\tevent=${event}\tinoutstatus=${inOut}\tverifytype=15\tindex=${this.index}`;
    this.log.push(line);
    return line;
  }

  report(...lines: string[]): Promise<string> {
    return this.post('cdata', '&table=rtlog', lines.join('\n'));
  }

  upload(table: string, body: string): Promise<string> {
    return this.post('cdata', `&table=tabledata&tablename=${table}&count=1`, body);
  }

  private question({ code = '', pin = '0' }: { code?: string; pin?: string }, time: string, door: number): string {
    return `time=${time}\tpin=${pin}\tcardno=${code || '0'}\taddrtype=3\teventaddr=${door}\tevent=0\tinoutstatus=0\tverifytype=0`;
  }

  private async obey(command: string, id: string): Promise<number> {
    const fields = Object.fromEntries(
      command.replace(/^(DATA \w+ \w+|ACCOUNT transaction) /, '').split('\t').map((part) => part.split(/=(.*)/s).slice(0, 2) as [string, string]),
    ); // prettier-ignore
    const { Pin = '', PIN = '' } = fields;
    if (command.startsWith('DATA UPDATE user ')) {
      if (fields.Privilege !== '0' || !fields.EndTime || fields.EndTime === '0') return -620;
      this.people.set(Pin, { from: Number(fields.StartTime), until: Number(fields.EndTime), doors: 0, photo: null });
      return 0;
    }
    if (command.startsWith('DATA UPDATE userauthorize ')) {
      const person = this.people.get(Pin);
      if (!person) return -27;
      person.doors = Number(fields.AuthorizeDoorId);
      return 0;
    }
    if (command.startsWith('DATA UPDATE biophoto ')) return this.learn(PIN, fields, id);
    if (command.startsWith('DATA DELETE user ')) return this.people.delete(Pin) ? 0 : -27;
    if (command.startsWith('ACCOUNT transaction ')) return this.handOver(Number(fields.MaxIndex), id);
    if (command.startsWith('DATA QUERY tablename=transaction')) return this.handOver(0, id);
    return -13;
  }

  private async learn(pin: string, fields: Record<string, string>, id: string): Promise<number> {
    const person = this.people.get(pin);
    if (!person) return -27;
    if (Number(fields.Size) !== fields.Content?.length) return -631;
    if (this.photoComplaint) {
      await this.upload('errorlog', zk.photoError.replace('D01E0003', this.photoComplaint).replace('{id}', id));
      return 0;
    }
    person.photo = Buffer.from(fields.Content, 'base64');
    return 0;
  }

  /** Newest first, as some terminals do. */
  private async handOver(above: number, id: string): Promise<number> {
    const lines = this.log.filter((line) => Number(/index=(\d+)$/.exec(line)?.[1]) > above).reverse();
    const count = `&type=tabledata&cmdid=${id}&tablename=transaction&count=${lines.length}&packcnt=1&packidx=1`;
    const answer = await this.post('querydata', count, lines.map((line) => `transaction ${line}`).join('\n'));
    if (answer !== `transaction=${lines.length}`) throw new Error(`not taken over: ${answer}`);
    return lines.length;
  }

  private url = (path: string, query: string) => `${this.server}/iclock/${path}?SN=${this.serial}${query}`;

  private async get(path: string, query: string): Promise<string> {
    return good(await speak({ method: 'GET', url: this.url(path, query) }));
  }

  private async post(path: string, query: string, body: string): Promise<string> {
    const type = 'application/push;charset=UTF-8';
    return good(await speak({ method: 'POST', url: this.url(path, query), type, body }));
  }
}

function good({ status, body }: { status: number; body: string }): string {
  if (status !== 200) throw new Error(`HTTP ${status}`);
  return body;
}
