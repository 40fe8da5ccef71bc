import { Module } from '@nestjs/common';
import { PolicyController } from './api/policy.controller.js';
import { Policies } from './application/policies.js';
import { PolicyViewQuery } from './application/policy-view.query.js';
import { TurnDialsHandler } from './application/turn-dials.js';
import { SqlPolicies } from './infrastructure/sql-policies.js';
import { StoredRules } from './infrastructure/stored-rules.js';
import { Rules } from './public.js';

@Module({
  controllers: [PolicyController],
  providers: [
    TurnDialsHandler,
    PolicyViewQuery,
    { provide: Policies, useClass: SqlPolicies },
    { provide: Rules, useClass: StoredRules },
  ],
  exports: [Rules],
})
export class PolicyModule {}
