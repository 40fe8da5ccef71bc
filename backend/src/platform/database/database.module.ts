import { type EntitySchema, MikroORM } from '@mikro-orm/core';
import { EntityManager } from '@mikro-orm/postgresql';
import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Pool, type PoolConfig } from 'pg';
import { Settings } from '../settings.js';
import { Database } from './database.js';
import { APP_ROLE, type DatabaseAddress, ormConfig } from './orm.js';

/** Plain connections for the one hot path and for LISTEN. Everything else goes through the ORM's connections. */
export class HotPool extends Pool {
  constructor(config: PoolConfig) {
    super(config);
    // A connection that breaks is replaced at the next use; without a listener, idle or lent out, it would end the process.
    this.on('error', () => undefined);
    this.on('connect', (client) => client.on('error', () => undefined));
  }
}

/** Holds the advisory locks of running jobs, so that they never take a connection from the gate. */
export class JobPool extends HotPool {}

@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(
    private readonly orm: MikroORM,
    private readonly hot: HotPool,
    private readonly jobs: JobPool,
  ) {}

  static forRoot(address: DatabaseAddress, schemas: EntitySchema[]): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        {
          provide: MikroORM,
          inject: [Settings],
          useFactory: (settings: Settings) => MikroORM.init(ormConfig(address.appUrl, settings.DATABASE_POOL, schemas)),
        },
        { provide: EntityManager, inject: [MikroORM], useFactory: (orm: MikroORM) => orm.em },
        {
          provide: HotPool,
          useFactory: () =>
            new HotPool({
              connectionString: address.appUrl,
              // Three batches of verdicts with a look at the blacklist each, three of outcomes, and whoever listens.
              max: 10,
              // A connection that comes back has everything to prepare again.
              idleTimeoutMillis: 0,
              pipeline: true,
              // Its few statements take arrays: planning them anew for each batch would cost more than running them.
              options: `-c role=${APP_ROLE} -c timezone=UTC -c statement_timeout=30000 -c lock_timeout=10000 -c plan_cache_mode=force_generic_plan`,
            }),
        },
        {
          provide: JobPool,
          useFactory: () => new JobPool({ connectionString: address.appUrl, max: 4, options: `-c role=${APP_ROLE}` }),
        },
        Database,
      ],
      exports: [MikroORM, EntityManager, HotPool, JobPool, Database],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.hot.end();
    await this.jobs.end();
    await this.orm.close();
  }
}
