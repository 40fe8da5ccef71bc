import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Database } from '../database/database.js';

interface Numbers {
  waiting: number;
  stuck: number;
  oldest: number;
  unsealed: number;
}

/** What a process tells Prometheus of itself and of the work that all processes share. No labels with anything personal. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private asked: Promise<Numbers> | undefined;
  private readonly requests: Histogram<'method' | 'route' | 'status'>;

  constructor(private readonly database: Database) {
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'gatehouse_http_request_seconds',
      help: 'Answered requests by route pattern',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1, 3, 10],
      registers: [this.registry],
    });
    this.addSharedWork();
    this.addJobs();
  }

  /** `route` is the pattern, never the address. */
  answered(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds);
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  private addSharedWork(): void {
    const help: Record<keyof Numbers, [name: string, help: string]> = {
      waiting: ['gatehouse_deliveries_waiting', 'Deliveries that wait for being sent'],
      stuck: ['gatehouse_deliveries_stuck', 'Deliveries that a person has to look at'],
      oldest: ['gatehouse_delivery_oldest_seconds', 'How long the oldest due delivery has been waiting'],
      unsealed: ['gatehouse_audit_unsealed', 'Audit entries of the last hour that are not in the chain yet'],
    };
    const load = () => this.numbers();
    for (const [key, [name, text]] of Object.entries(help) as [keyof Numbers, [string, string]][])
      new Gauge({
        name,
        help: text,
        registers: [this.registry],
        async collect() {
          this.set((await load())[key]);
        },
      });
  }

  private addJobs(): void {
    const { database } = this;
    new Gauge({
      name: 'gatehouse_job_success_age_seconds',
      help: 'Since a recurring job last succeeded',
      labelNames: ['job'],
      registers: [this.registry],
      async collect() {
        const jobs = await database.rows(sql<{ name: string; age: number }>`
          select name, extract(epoch from now() - last_success_at)::float8 as age
          from job_run where last_success_at is not null
        `);
        this.reset();
        for (const { name, age } of jobs) this.set({ job: name }, age);
      },
    });
  }

  /** Asked once for all gauges of a reading. */
  private numbers(): Promise<Numbers> {
    this.asked ??= this.count().finally(() => (this.asked = undefined));
    return this.asked;
  }

  private async count(): Promise<Numbers> {
    const row = await this.database.first(sql<Numbers>`
      select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'stuck')::int as stuck,
             coalesce(extract(epoch from now() - min(next_attempt_at) filter (where state = 'waiting')), 0)::float8 as oldest,
             (select count(*)::int from audit_entry e where e.inserted_at > now() - interval '1 hour'
                and not exists (select from audit_seal where entry_id = e.id)) as unsealed
      from delivery where state <> 'done'
    `);
    return { waiting: 0, stuck: 0, unsealed: 0, ...row, oldest: Math.max(0, row?.oldest ?? 0) };
  }
}
