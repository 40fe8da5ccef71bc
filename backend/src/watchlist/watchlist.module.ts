import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.js';
import { BlacklistFilesController } from './api/blacklist-files.controller.js';
import { BlacklistController } from './api/blacklist.controller.js';
import { AddEvidenceHandler } from './application/add-evidence.js';
import { BlacklistEntries } from './application/blacklist-entries.js';
import { BlacklistQuery } from './application/blacklist.query.js';
import { EntrySheets } from './application/entry-sheets.js';
import { Evidence } from './application/evidence.js';
import { HitsQuery } from './application/hits.query.js';
import { ImportEntriesHandler } from './application/import-entries.js';
import { LiftEntryHandler } from './application/lift-entry.js';
import { ListPersonHandler } from './application/list-person.js';
import { LookAtEvidenceHandler } from './application/look-at-evidence.js';
import { MatchKeys } from './application/match-keys.js';
import { NameTokens } from './application/name-tokens.js';
import { ReviewEntryHandler } from './application/review-entry.js';
import { BlacklistScreening } from './infrastructure/blacklist-screening.js';
import { BlindMatchKeys } from './infrastructure/blind-match-keys.js';
import { BlindNameTokens } from './infrastructure/blind-name-tokens.js';
import { EntryIndexes } from './infrastructure/entry-indexes.js';
import { EntryKeeping } from './infrastructure/entry-keeping.js';
import { FileEntrySheets } from './infrastructure/file-entry-sheets.js';
import { RememberedList } from './infrastructure/remembered-list.js';
import { MikroBlacklistEntries } from './infrastructure/mikro-blacklist-entries.js';
import { SealedEvidence } from './infrastructure/sealed-evidence.js';
import { SqlListedKeys } from './infrastructure/sql-listed-keys.js';
import { SqlResemblance } from './infrastructure/sql-resemblance.js';
import { ListedKeys, Resemblance, Screening, StandingList } from './public.js';

@Module({
  imports: [DirectoryModule],
  controllers: [BlacklistFilesController, BlacklistController],
  providers: [
    ListPersonHandler,
    ImportEntriesHandler,
    LiftEntryHandler,
    ReviewEntryHandler,
    AddEvidenceHandler,
    LookAtEvidenceHandler,
    BlacklistQuery,
    HitsQuery,
    EntryIndexes,
    EntryKeeping,
    { provide: MatchKeys, useClass: BlindMatchKeys },
    { provide: NameTokens, useClass: BlindNameTokens },
    { provide: EntrySheets, useClass: FileEntrySheets },
    { provide: Evidence, useClass: SealedEvidence },
    { provide: BlacklistEntries, useClass: MikroBlacklistEntries },
    { provide: Screening, useClass: BlacklistScreening },
    { provide: StandingList, useClass: RememberedList },
    { provide: Resemblance, useClass: SqlResemblance },
    { provide: ListedKeys, useClass: SqlListedKeys },
  ],
  exports: [Screening, StandingList, Resemblance, ListedKeys, BlacklistQuery, HitsQuery],
})
export class WatchlistModule {}
