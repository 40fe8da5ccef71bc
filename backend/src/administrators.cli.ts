import { randomBytes, randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { tokenHash } from './identity/infrastructure/session-token.js';
import { localDatabase } from './platform/audit/verify/local-database.js';

const USAGE = `用法 Usage: npm run admin:link -- [--login 账号 account] [--unlock]
  不带参数：为新的本地管理员生成设置链接。 Without options: a set-up link for a new local administrator.
  --login：让这个账号重新设置密码和动态码。 A new password and second factor for that account.
  --login … --unlock：只解除锁定。 Only unlocks it.
`;
const HOURS = 24;

class Refusal extends Error {}

/** For whoever has the server and lost every other way in: writes a set-up link straight into the database. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { login: { type: 'string' }, unlock: { type: 'boolean' } } });
  const dataDir = resolve(process.env.DATA_DIR || '.data');
  const publicUrl = (process.env.PUBLIC_URL || `http://localhost:${process.env.PORT || '8080'}`).replace(/\/+$/, '');
  const local = process.env.DATABASE_URL ? null : await localDatabase(dataDir);
  const url = process.env.DATABASE_URL || local?.url;
  if (!url) throw new Refusal(`${dataDir} 中没有数据库。 There is no database there.\n${USAGE}`);
  const database = new Client({ connectionString: url });
  await database.connect();
  try {
    process.stdout.write(
      await (values.unlock ? unlock(database, values.login) : link(database, values.login, publicUrl)),
    );
  } finally {
    await database.end();
    await local?.leave();
  }
}

async function unlock(database: Client, login = ''): Promise<string> {
  const { rowCount } = await database.query(
    'update local_account set locked_until = null, failed_tries = 0, version = version + 1 where login = $1 and ended_at is null',
    [login],
  );
  if (!rowCount) throw new Refusal(`没有账号 ${login}。 There is no account ${login}.`);
  return `已解除锁定：${login}。 Unlocked.\n`;
}

async function link(database: Client, login: string | undefined, publicUrl: string): Promise<string> {
  const accountId = login ? await accountOf(database, login) : null;
  const token = randomBytes(32).toString('base64url');
  await database.query(
    `insert into setup_link (id, token_hash, role, account_id, made_by, made_at, expires_at)
     values ($1, $2, 'system-admin', $3, 'command line', now(), now() + make_interval(hours => $4))`,
    [randomUUID(), tokenHash(token), accountId, HOURS],
  );
  return `设置链接（${HOURS} 小时内有效，只能用一次） Set-up link (once, within ${HOURS} hours):\n  ${publicUrl}/console/setup#${token}\n`;
}

async function accountOf(database: Client, login: string): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    'select id from local_account where login = $1 and ended_at is null',
    [login],
  );
  if (!rows[0]) throw new Refusal(`没有账号 ${login}。 There is no account ${login}.`);
  return rows[0].id;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Refusal ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
