import { createHash, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { Helper } from '../gate/messages.js';
import { type University } from './university.js';

/** Somebody of the security office at the server of one university, who waits for answers with a clock in hand. */
export class Office {
  private constructor(
    readonly name: string,
    readonly port: number,
    readonly ownerUrl: string,
    private readonly server: Helper,
    private readonly cookie: string,
  ) {}

  static async open({ name, dataDir, postgres }: University): Promise<Office> {
    const { ownerUrl, appUrl } = postgres;
    const cookie = `gatehouse_staff=${await sessionIn(ownerUrl)}`;
    const { helper, ready } = await Helper.start<{ port: number }>('api.js', { ownerUrl, appUrl, dataDir });
    const office = new Office(name, ready.port, ownerUrl, helper, cookie);
    await office.untilCounted();
    return office;
  }

  /** The handle under which these words are searched for. */
  async handleOf(words: string): Promise<string> {
    const { handle } = (await this.json('search/words', { words })) as { handle: string };
    return handle;
  }

  /** Milliseconds until the whole answer is there. */
  async wait(path: string): Promise<number> {
    const began = performance.now();
    await this.json(path);
    return performance.now() - began;
  }

  async json(path: string, body?: object): Promise<unknown> {
    const response = await fetch(`http://127.0.0.1:${this.port}/api/${path}`, {
      headers: { cookie: this.cookie, 'content-type': 'application/json' },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`);
    return JSON.parse(text);
  }

  close(): Promise<void> {
    return this.server.stop();
  }

  /** A server that has just begun still counts the hours before it. */
  private async untilCounted(): Promise<void> {
    const database = new Client({ connectionString: this.ownerUrl });
    await database.connect();
    for (let isDone = false; !isDone; await new Promise((resolve) => setTimeout(resolve, 500))) {
      const { rows } = await database.query<{ done: boolean }>(`
        select counted_until > now() - interval '2 hours' as done
        from audit_follower where name = 'roll-ups'`);
      isDone = rows[0]?.done ?? false;
    }
    await database.query('vacuum analyze passage_hour, presence_sample');
    await database.end();
  }
}

async function sessionIn(ownerUrl: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const database = new Client({ connectionString: ownerUrl });
  await database.connect();
  await database.query(`
    insert into role_grant (id, staff_id, role, granted_at) select gen_random_uuid(), id, 'security-office', now() from staff_member s
    where number = 'B1' and not exists (select from role_grant g where g.staff_id = s.id)`);
  await database.query(
    `insert into staff_session (token_hash, staff_id, provider, began_at, seen_at, expires_at)
     select $1, id, 'bench', now(), now(), now() + interval '8 hours' from staff_member where number = 'B1'`,
    [createHash('sha256').update(token).digest()],
  );
  await database.end();
  return token;
}
