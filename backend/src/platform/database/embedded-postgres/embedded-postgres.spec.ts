import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';
import { DataDirectoryInUse, holderOf } from './lease.js';
import { eventually } from './processes.js';

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded database', () => {
  let root: string;
  let dataDir: string;
  let server: EmbeddedPostgres;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'gatehouse-spec-'));
    dataDir = join(root, 'postgres');
    server = await startEmbeddedPostgres({ dataDir });
    await query(server.ownerUrl, `create table visitor (name text); insert into visitor values ('王小明')`);
  }, 60_000);

  afterAll(async () => {
    await server.stop();
    await rm(root, { recursive: true, force: true });
  });

  it('gives the application a role that owns nothing', async () => {
    await expect(query(server.appUrl, 'create table mine ()')).rejects.toThrow('permission denied');
    await expect(query(server.appUrl, 'select * from visitor')).rejects.toThrow('permission denied');
  });

  it('lets nobody in without the password, which only its user may read', async () => {
    const guess = server.appUrl.replace(/:[^:@/]+@/, ':guess@');
    await expect(query(guess, 'select 1')).rejects.toThrow('password authentication failed');
    expect((await stat(join(dataDir, 'passwords.json'))).mode & 0o777).toBe(0o600);
  });

  it('refuses a second supervisor of the same directory and leaves the first one alone', async () => {
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(DataDirectoryInUse);
    expect(await query(server.ownerUrl, 'select name from visitor')).toEqual([{ name: '王小明' }]);
  });

  it('gives tests another directory when theirs is busy', async () => {
    const other = await startEmbeddedPostgres({ dataDir, ephemeral: true });
    await query(other.urlFor('postgres', 'owner'), 'create database t_template');
    expect(await query(other.urlFor('t_template', 'owner'), 'show fsync')).toEqual([{ fsync: 'off' }]);
    await other.stop();
    expect(await holderOf(dataDir)).toBe(process.pid);
  }, 60_000);

  it('comes back by itself with all its rows after the server process is killed', async () => {
    const { pid = 0 } = server;
    process.kill(pid, 'SIGKILL');
    const answers = () =>
      query(server.ownerUrl, 'select name from visitor').then(
        (rows) => rows.length === 1 && server.pid !== pid,
        () => false,
      );
    expect(await eventually(answers, 20_000)).toBe(true);
  }, 30_000);

  it('starts again on the same port with all its rows, also after a supervisor that died', async () => {
    await server.stop();
    const { pid } = spawnSync(process.execPath, ['--version']);
    await writeFile(join(dataDir, 'supervisor.json'), JSON.stringify({ pid, birth: '1' }));
    const { port } = server;
    server = await startEmbeddedPostgres({ dataDir });
    expect(server.port).toBe(port);
    expect(await query(server.ownerUrl, 'select name from visitor')).toEqual([{ name: '王小明' }]);
  }, 30_000);
});
