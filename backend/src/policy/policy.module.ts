import { Module } from '@nestjs/common';
import { PolicyController } from './api/policy.controller.js';
import { DropDraftHandler } from './application/drop-draft.js';
import { DryRunQuery } from './application/dry-run.query.js';
import { KeepDraftHandler } from './application/keep-draft.js';
import { Policies } from './application/policies.js';
import { PolicyPublisher } from './application/policy-publisher.js';
import { PolicyViewQuery } from './application/policy-view.query.js';
import { PublishPolicyHandler } from './application/publish-policy.js';
import { ReturnToVersionHandler } from './application/return-to-version.js';
import { TurnDialsHandler } from './application/turn-dials.js';
import { WithdrawVersionHandler } from './application/withdraw-version.js';
import { SqlPolicies } from './infrastructure/sql-policies.js';
import { StoredRules } from './infrastructure/stored-rules.js';
import { Rules } from './public.js';

@Module({
  controllers: [PolicyController],
  providers: [
    TurnDialsHandler,
    KeepDraftHandler,
    DropDraftHandler,
    PublishPolicyHandler,
    ReturnToVersionHandler,
    WithdrawVersionHandler,
    PolicyPublisher,
    PolicyViewQuery,
    DryRunQuery,
    { provide: Policies, useClass: SqlPolicies },
    { provide: Rules, useClass: StoredRules },
  ],
  exports: [Rules],
})
export class PolicyModule {}
