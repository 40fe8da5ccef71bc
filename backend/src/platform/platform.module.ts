import { type EntitySchema } from '@mikro-orm/core';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { LoggerModule } from 'nestjs-pino';
import { Clock, SystemClock } from '../kernel/clock.js';
import { Ids } from '../kernel/ids.js';
import { AuditExport } from './audit/audit-export.js';
import { AuditKeeper } from './audit/audit-keeper.js';
import { AuditLog } from './audit/audit-log.js';
import { AuditSealer } from './audit/audit-sealer.js';
import { Checkpoints } from './audit/checkpoints.js';
import { BlindIndex } from './crypto/blind-index.js';
import { KeyedColumns } from './crypto/keyed-columns.js';
import { KeyRotation } from './crypto/key-rotation.js';
import { KeyRing } from './crypto/key-ring.js';
import { MasterKey } from './crypto/master-key.js';
import { PersonVault } from './crypto/person-vault.js';
import { DatabaseModule } from './database/database.module.js';
import { type DatabaseAddress } from './database/orm.js';
import { Deliveries } from './events/deliveries.js';
import { DeliveryKeeping } from './events/delivery-keeping.js';
import { DeliveryRelay } from './events/delivery-relay.js';
import { eventIdProvider } from './events/event-classes.js';
import { Subscribers } from './events/subscribers.js';
import { UnitOfWork } from './events/unit-of-work.js';
import { Integrations } from './health/integrations.js';
import { AccessGuard } from './http/access.guard.js';
import { Authenticators } from './http/authenticators.js';
import { Readiness } from './readiness.js';
import { DeviceRates } from './http/device-rates.js';
import { HealthController } from './http/health.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RateLimits } from './http/rate-limits.js';
import { SignedClients } from './http/signed-clients.js';
import { validation } from './http/validation.js';
import { Jobs } from './jobs/jobs.js';
import { logging } from './logging.js';
import { Metrics } from './metrics/metrics.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { KeptKinds } from './retention/kept-kinds.js';
import { SearchWords } from './search/search-words.js';
import { RandomIds } from './random-ids.js';
import { Settings } from './settings.js';

const shared = [
  { provide: Clock, useClass: SystemClock },
  { provide: Ids, useClass: RandomIds },
  AuditLog,
  AuditSealer,
  AuditExport,
  Checkpoints,
  MasterKey,
  KeyRing,
  KeyedColumns,
  KeyRotation,
  BlindIndex,
  SearchWords,
  PersonVault,
  Subscribers,
  Deliveries,
  UnitOfWork,
  Authenticators,
  RateLimits,
  DeviceRates,
  Jobs,
  Integrations,
  KeptKinds,
  Readiness,
];

/** Everything that knows Nest, the database, files and the network; shared by all contexts. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(settings: Settings, address: DatabaseAddress, schemas: EntitySchema[]): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        LoggerModule.forRoot(logging(settings)),
        CqrsModule.forRoot({ eventIdProvider }),
        DatabaseModule.forRoot(address, schemas),
      ],
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: Settings, useValue: settings },
        ...shared,
        DeliveryRelay,
        DeliveryKeeping,
        AuditKeeper,
        Metrics,
        SignedClients,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validation },
      ],
      exports: [Settings, CqrsModule, ...shared],
    };
  }
}
