import { type EntitySchema } from '@mikro-orm/core';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { ApprovalModule } from './approval/approval.module.js';
import { ApprovalSchema } from './approval/infrastructure/approval.schema.js';
import { CommonOpinionSchema } from './approval/infrastructure/common-opinion.schema.js';
import { DelegationSchema } from './approval/infrastructure/delegation.schema.js';
import { HostStandingSchema } from './approval/infrastructure/host-standing.schema.js';
import { DirectoryModule } from './directory/directory.module.js';
import { DirectorySyncSchema } from './directory/infrastructure/directory-sync.schema.js';
import { EquipmentModule } from './equipment/equipment.module.js';
import { EquipmentSchema } from './equipment/infrastructure/equipment.schema.js';
import { IdentityModule } from './identity/identity.module.js';
import { LocalAccountSchema } from './identity/infrastructure/local-account.schema.js';
import { RoleGrantSchema } from './identity/infrastructure/role-grant.schema.js';
import { NoticeModule } from './notice/notice.module.js';
import { OversightModule } from './oversight/oversight.module.js';
import { DeviceSchema } from './passage/infrastructure/device.schema.js';
import { EmergencySchema } from './passage/infrastructure/emergency.schema.js';
import { GuardSchema } from './passage/infrastructure/guard.schema.js';
import { IncidentSchema } from './passage/infrastructure/incident.schema.js';
import { PassSchema } from './passage/infrastructure/pass.schema.js';
import { PassageModule } from './passage/passage.module.js';
import { ClosureSchema } from './policy/infrastructure/closure.schema.js';
import { PhotoSchema } from './photo/infrastructure/photo.schema.js';
import { PhotoModule } from './photo/photo.module.js';
import { type DatabaseAddress } from './platform/database/orm.js';
import { PlatformModule } from './platform/platform.module.js';
import { type Settings } from './platform/settings.js';
import { PolicyModule } from './policy/policy.module.js';
import { LegalHoldSchema } from './retention/infrastructure/legal-hold.schema.js';
import { RetentionModule } from './retention/retention.module.js';
import { ConsentSchema } from './visit/infrastructure/consent.schema.js';
import { InvitationBatchSchema } from './visit/infrastructure/invitation-batch.schema.js';
import { InvitationSchema } from './visit/infrastructure/invitation.schema.js';
import { VisitSchema } from './visit/infrastructure/visit.schema.js';
import { VisitModule } from './visit/visit.module.js';
import { WebhookSchema } from './webhook/infrastructure/webhook.schema.js';
import { WebhookModule } from './webhook/webhook.module.js';
import { BlacklistEntrySchema } from './watchlist/infrastructure/blacklist-entry.schema.js';
import { WatchlistModule } from './watchlist/watchlist.module.js';

const schemas: EntitySchema[] = [
  ApprovalSchema,
  BlacklistEntrySchema,
  ConsentSchema,
  CommonOpinionSchema,
  DelegationSchema,
  HostStandingSchema,
  DeviceSchema,
  IncidentSchema,
  GuardSchema,
  EmergencySchema,
  DirectorySyncSchema,
  ClosureSchema,
  EquipmentSchema,
  InvitationSchema,
  InvitationBatchSchema,
  LegalHoldSchema,
  LocalAccountSchema,
  PassSchema,
  PhotoSchema,
  RoleGrantSchema,
  VisitSchema,
  WebhookSchema,
].map((schema) => schema as unknown as EntitySchema);
const contexts: Type[] = [
  ApprovalModule,
  DirectoryModule,
  EquipmentModule,
  IdentityModule,
  NoticeModule,
  OversightModule,
  PassageModule,
  PhotoModule,
  PolicyModule,
  RetentionModule,
  VisitModule,
  WatchlistModule,
  WebhookModule,
];

/** The whole house: the platform and one module per context. */
@Module({})
export class AppModule {
  static forRoot(settings: Settings, address: DatabaseAddress): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.forRoot(settings, address, schemas), ...contexts] };
  }
}
