import { Module } from '@nestjs/common';
import { BlacklistController } from './api/blacklist.controller.js';
import { MatchKeys } from './api/match-keys.js';
import { BlacklistEntries } from './application/blacklist-entries.js';
import { BlacklistQuery } from './application/blacklist.query.js';
import { LiftEntryHandler } from './application/lift-entry.js';
import { ListPersonHandler } from './application/list-person.js';
import { BlacklistScreening } from './infrastructure/blacklist-screening.js';
import { MikroBlacklistEntries } from './infrastructure/mikro-blacklist-entries.js';
import { Screening } from './public.js';

@Module({
  controllers: [BlacklistController],
  providers: [
    ListPersonHandler,
    LiftEntryHandler,
    BlacklistQuery,
    MatchKeys,
    { provide: BlacklistEntries, useClass: MikroBlacklistEntries },
    { provide: Screening, useClass: BlacklistScreening },
  ],
  exports: [Screening],
})
export class WatchlistModule {}
