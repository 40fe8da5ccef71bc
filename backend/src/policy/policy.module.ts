import { Module } from '@nestjs/common';
import { StoredRules } from './infrastructure/stored-rules.js';
import { Rules } from './public.js';

@Module({
  providers: [{ provide: Rules, useClass: StoredRules }],
  exports: [Rules],
})
export class PolicyModule {}
