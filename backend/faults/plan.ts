import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { type EmbeddedPostgres } from '../src/platform/database/embedded-postgres/embedded-postgres.js';
import { type ApiProcess } from './api-process.js';
import { type Proxy } from './proxy.js';

export interface Scene {
  api: ApiProcess;
  postgres: EmbeddedPostgres;
  proxy: Proxy;
}

/** One thing that goes wrong. */
export interface Fault {
  name: string;
  strike(scene: Scene): Promise<void>;
}

const killApi: Fault = {
  name: 'kill -9 of the API',
  async strike({ api }) {
    await api.kill();
    await api.start();
  },
};

const killDatabase: Fault = {
  name: 'kill -9 of PostgreSQL',
  strike({ postgres: { pid } }) {
    if (pid) process.kill(pid, 'SIGKILL');
    return Promise.resolve();
  },
};

/** PostgreSQL takes the death of one of its processes for damage and starts all of them anew. */
const killBackend: Fault = {
  name: 'kill -9 of a backend of PostgreSQL',
  async strike({ postgres }) {
    const client = new Client({ connectionString: postgres.ownerUrl });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity where usename = 'gatehouse_app' order by state = 'active' desc, random() limit 1`,
    );
    for (const { pid } of rows) process.kill(pid, 'SIGKILL');
    await client.end().catch(() => undefined);
  },
};

const killBoth: Fault = {
  name: 'kill -9 of both at once',
  async strike({ api, postgres }) {
    await killDatabase.strike({ api, postgres } as Scene);
    await killApi.strike({ api } as Scene);
  },
};

const cutAnswers = (afterBytes: number): Fault => ({
  name: `answers cut after ${afterBytes} bytes`,
  async strike({ proxy }) {
    proxy.cutAnswers(12, afterBytes);
    await pause(400);
    proxy.cutAnswers(0, 0);
  },
});

const cutAll: Fault = {
  name: 'every connection cut',
  async strike({ proxy }) {
    for (let time = 0; time < 5; time++) {
      proxy.cutAll();
      await pause(60);
    }
  },
};

const freeze: Fault = { name: 'the API stands still for a second', strike: ({ api }) => api.freeze(1_000) };

/** What goes wrong, one after the other, under load. */
export const plan: Fault[] = [
  cutAnswers(0),
  killApi,
  cutAnswers(40),
  killDatabase,
  cutAll,
  killBackend,
  cutAnswers(300),
  killApi,
  freeze,
  killDatabase,
  cutAnswers(0),
  killBackend,
  killBoth,
  cutAll,
  killApi,
  cutAnswers(700),
  killDatabase,
  freeze,
  killBackend,
  cutAll,
  killApi,
  cutAnswers(0),
  killBoth,
  cutAnswers(120),
];
