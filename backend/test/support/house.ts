import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Client } from 'pg';
import { AppModule } from '../../src/app.module.js';
import { Clock } from '../../src/kernel/clock.js';
import { Deliveries } from '../../src/platform/events/deliveries.js';
import { readSettings } from '../../src/platform/settings.js';
import { prepareServer } from '../../src/server.js';
import { asDescribed } from './described-answers.js';

/** A clock that stands still until it is told to move. */
export class StoppedClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  now(): Date {
    return new Date(this.instant);
  }

  set(iso: string): void {
    this.instant = new Date(iso);
  }

  forward(seconds: number): void {
    this.instant = new Date(this.instant.getTime() + seconds * 1000);
  }
}

/** A clock that runs, but from another instant: for browsers, whose timers cannot be stopped from here. */
export class ShiftedClock extends Clock {
  private shift: number;

  constructor(now: string) {
    super();
    this.shift = Date.parse(now) - Date.now();
  }

  now(): Date {
    return new Date(Date.now() + this.shift);
  }

  set(iso: string): void {
    this.shift = Date.parse(iso) - Date.now();
  }

  forward(seconds: number): void {
    this.shift += seconds * 1000;
  }
}

export interface Answer<T = unknown> {
  status: number;
  body: T;
  headers: Record<string, unknown>;
  cookies: { name: string; value: string }[];
  raw: Buffer;
}

interface Call {
  body?: unknown;
  cookie?: string;
  headers?: Record<string, string>;
}

/** The whole application on its own database, spoken to through HTTP. */
export class House {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly clock: StoppedClock | ShiftedClock,
    readonly database: Client,
    readonly ownerUrl: string,
    readonly appUrl: string,
  ) {}

  /** `now` is where the clock stands; `seed` fills the database before the application starts. */
  static async open(
    options: {
      now?: string;
      preset?: 'huzhou' | 'zhengzhou';
      seed?: (owner: Client) => Promise<void>;
      env?: Record<string, string>;
      runningClock?: boolean;
    } = {},
  ): Promise<House> {
    const name = `t_${randomBytes(6).toString('hex')}`;
    const [ownerUrl, appUrl] = [urlOf('TEST_OWNER_URL', name), urlOf('TEST_APP_URL', name)];
    const admin = new Client({ connectionString: urlOf('TEST_OWNER_URL', 'postgres') });
    await admin.connect();
    await admin.query(`create database ${name} template gatehouse_template strategy file_copy`);
    await admin.end();
    const database = new Client({ connectionString: ownerUrl });
    await database.connect();
    await options.seed?.(database);
    const now = options.now ?? '2026-11-23T01:00:00Z';
    const clock = options.runningClock ? new ShiftedClock(now) : new StoppedClock(new Date(now));
    const settings = readSettings({
      APP_MODE: 'demo',
      PRESET: options.preset ?? 'huzhou',
      LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
      DATABASE_POOL: '6',
      DATA_DIR: mkdtempSync(join(tmpdir(), 'gatehouse-test-')),
      ...options.env,
    });
    const module = await Test.createTestingModule({ imports: [AppModule.forRoot(settings, { ownerUrl, appUrl })] })
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
    await prepareServer(app, settings);
    await app.getHttpAdapter().getInstance().ready();
    return new House(app, clock, database, ownerUrl, appUrl);
  }

  async call<T = unknown>(method: 'GET' | 'POST' | 'DELETE' | 'PUT', url: string, call: Call = {}): Promise<Answer<T>> {
    const answer = await this.app
      .getHttpAdapter()
      .getInstance()
      .inject({
        method,
        url,
        headers: { ...call.headers, ...(call.cookie && { cookie: call.cookie }) },
        ...(call.body !== undefined && { payload: call.body as object }),
      });
    const [type = ''] = String(answer.headers['content-type'] ?? '').split(';');
    const json = /[/+]json/.test(type);
    const given: unknown = json ? answer.json() : answer.body;
    if (json && url.startsWith('/api/gate/v1/'))
      asDescribed({ method, url, status: answer.statusCode, type, body: given });
    return {
      status: answer.statusCode,
      body: given as T,
      headers: answer.headers,
      cookies: answer.cookies,
      raw: answer.rawPayload,
    };
  }

  get<T = unknown>(url: string, call: Call = {}): Promise<Answer<T>> {
    return this.call<T>('GET', url, call);
  }

  post<T = unknown>(url: string, body: unknown = {}, call: Call = {}): Promise<Answer<T>> {
    return this.call<T>('POST', url, { ...call, body });
  }

  /** Works off everything that waits for after the commit: messages, pushes. */
  async settle(): Promise<void> {
    const deliveries = this.app.get(Deliveries);
    do {
      while ((await deliveries.workOff()) > 0);
    } while (await this.somethingIsDue());
  }

  /** The application's own relay may just hold a row that `workOff` therefore skipped. */
  private async somethingIsDue(): Promise<boolean> {
    const due = `select from delivery where state = 'waiting' and next_attempt_at <= $1 limit 1`;
    return (await this.database.query(due, [this.clock.now()])).rowCount === 1;
  }

  /** Listens on a free port. Answers the address. */
  async listen(): Promise<string> {
    await this.app.listen(0, '127.0.0.1');
    return (await this.app.getUrl()).replace('127.0.0.1', 'localhost');
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.end();
  }
}

const urlOf = (variable: string, database: string): string =>
  (process.env[variable] ?? '').replace(/DATABASE$/, database);

export const idempotencyKey = (): string => randomUUID();
