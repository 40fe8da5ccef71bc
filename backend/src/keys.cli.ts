import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { KeyRotation } from './platform/crypto/key-rotation.js';
import { MasterKey, STALE_MS } from './platform/crypto/master-key.js';
import { restingApplication } from './resting-application.js';

const USAGE = `用法 Usage: npm run keys:rotate -- master | master --finish | index | signing | status
  master   更换主密钥并重新封装全部密钥；可中断，再运行即继续 renews the master key; may be stopped and run again
  master --finish  确认没有数据再用旧主密钥，然后删除它 removes the key before, once nothing needs it
  index    更换盲索引密钥，所有索引换算为新值 renews the key of the blind indexes, and all of them
  signing  更换签名密钥（访客码、离线包、审计检查点），24 小时后启用 new keys that sign from tomorrow on
  status   还有多少没有用当前主密钥封装 how many keys the current master key does not wrap yet
`;

class Refusal extends Error {}
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { finish: { type: 'boolean' } } });
  const [what = ''] = positionals;
  if (!['master', 'index', 'signing', 'status'].includes(what)) throw new Refusal(USAGE);
  const resting = await restingApplication(process.env);
  if (!resting) throw new Refusal('没有数据库。 There is no database.');
  try {
    const rotation = resting.app.get(KeyRotation, { strict: false });
    const master = resting.app.get(MasterKey, { strict: false });
    if (what === 'index') say(`盲索引密钥第 ${await rotation.renewIndexes()} 版已启用。 In use now.`);
    else if (what === 'signing')
      for (const { purpose, version, from } of await rotation.renewSigning())
        say(`${purpose}: 第 ${version} 版，${from.toISOString()} 起启用。 Signs from then on.`);
    else if (what === 'status') say(JSON.stringify(await rotation.remaining()));
    else await (values.finish ? finish(rotation, master) : renew(rotation, master));
  } finally {
    await resting.leave();
  }
}

async function renew(rotation: KeyRotation, master: MasterKey): Promise<void> {
  if (!master.isInFile && !master.isBeingRenewed)
    throw new Refusal(
      `主密钥在环境变量里。请先在所有进程设 MASTER_KEY=新密钥、MASTER_KEYS_BEFORE=旧密钥并重启，再运行本命令。
The master key is in the environment: set MASTER_KEY to a new one and MASTER_KEYS_BEFORE to this one everywhere, restart, run this again.
MASTER_KEY=${randomBytes(32).toString('base64')}`,
    );
  if (!master.isBeingRenewed) {
    master.renewFile();
    say('新主密钥已写入，旧的留在 keys/master.before.key。 A new key is in its file, the one before beside it.');
  }
  // A running process wraps by the key before for so long at most.
  await pause(STALE_MS * 2);
  await rotation.rewrap((table, done) => say(`${table}: ${done}`));
  await told(rotation);
}

async function finish(rotation: KeyRotation, master: MasterKey): Promise<void> {
  if (!master.isBeingRenewed) throw new Refusal('没有旧主密钥。 There is no key before.');
  if ((await told(rotation)) > 0)
    throw new Refusal('还有数据用旧主密钥，请先运行 master。 Not everything is rewrapped yet: run master first.');
  if (master.isInFile) master.forgetBefore();
  say(
    master.isInFile
      ? '旧主密钥已删除。 The key before is removed.'
      : '可以去掉 MASTER_KEYS_BEFORE。 MASTER_KEYS_BEFORE may go.',
  );
}

async function told(rotation: KeyRotation): Promise<number> {
  const remaining = await rotation.remaining();
  const all = Object.values(remaining).reduce((sum, count) => sum + count, 0);
  say(`仍用旧主密钥 Still wrapped by a key before: ${all}`);
  return all;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(
      `${error instanceof Refusal ? error.message : error instanceof Error ? (error.stack ?? '') : String(error)}\n`,
    );
    process.exit(1);
  },
);
