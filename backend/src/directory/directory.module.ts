import { Module } from '@nestjs/common';
import { DirectoryImportController } from './api/directory-import.controller.js';
import { DirectorySourceController } from './api/directory-source.controller.js';
import { DirectorySyncsController } from './api/directory-syncs.controller.js';
import { DirectoryController } from './api/directory.controller.js';
import { HostsController } from './api/hosts.controller.js';
import { PickerLimits } from './api/picker-limits.js';
import { StaffController } from './api/staff.controller.js';
import { UnitsController } from './api/units.controller.js';
import { AppointLeaderHandler } from './application/appoint-leader.js';
import { ContactKeys } from './application/contact-keys.js';
import { DirectoryBook } from './application/directory-book.js';
import { DirectorySource, SourceState } from './application/directory-source.js';
import { DirectoryStaffQuery } from './application/directory-staff.query.js';
import { DirectorySyncs } from './application/directory-syncs.js';
import { DirectoryUnitsQuery } from './application/directory-units.query.js';
import { HostSearch } from './application/host-search.query.js';
import { DirectoryJournal, Leaders } from './application/leaders.js';
import { NoteFailedSyncHandler } from './application/note-failed-sync.js';
import { OfferReading } from './application/offer-reading.js';
import { ServerSync } from './application/server-sync.js';
import { SheetReader } from './application/sheet-reader.js';
import { StaffNumbers } from './application/staff-numbers.js';
import { SyncDirectoryHandler } from './application/sync-directory.js';
import { SyncRunsQuery } from './application/sync-runs.query.js';
import { UnitsQuery } from './application/units.query.js';
import { DirectoryHealth } from './infrastructure/directory-health.js';
import { BlindContactKeys } from './infrastructure/blind-contact-keys.js';
import { FileSheetReader } from './infrastructure/file-sheet-reader.js';
import { StaffIndexes } from './infrastructure/staff-indexes.js';
import { DirectoryKeeping } from './infrastructure/directory-keeping.js';
import { DirectoryJobs } from './infrastructure/directory-jobs.js';
import { LdapDirectorySource } from './infrastructure/ldap-directory-source.js';
import { MikroDirectorySyncs } from './infrastructure/mikro-directory-syncs.js';
import { SqlCampuses } from './infrastructure/sql-campuses.js';
import { SqlDirectoryBook } from './infrastructure/sql-directory-book.js';
import { SqlHosts } from './infrastructure/sql-hosts.js';
import { AuditedDirectory, SqlLeaders } from './infrastructure/sql-leaders.js';
import { SqlSourceState } from './infrastructure/sql-source-state.js';
import { StaffMobiles } from './infrastructure/staff-mobiles.js';
import { Campuses, Hosts } from './public.js';

@Module({
  controllers: [
    HostsController,
    UnitsController,
    StaffController,
    DirectoryController,
    DirectoryImportController,
    DirectorySyncsController,
    DirectorySourceController,
  ],
  providers: [
    HostSearch,
    UnitsQuery,
    PickerLimits,
    StaffMobiles,
    SyncDirectoryHandler,
    NoteFailedSyncHandler,
    AppointLeaderHandler,
    OfferReading,
    ServerSync,
    DirectoryJobs,
    DirectoryKeeping,
    DirectoryHealth,
    StaffIndexes,
    { provide: DirectorySource, useClass: LdapDirectorySource },
    { provide: SourceState, useClass: SqlSourceState },
    DirectoryUnitsQuery,
    DirectoryStaffQuery,
    SyncRunsQuery,
    { provide: DirectoryBook, useClass: SqlDirectoryBook },
    { provide: DirectorySyncs, useClass: MikroDirectorySyncs },
    { provide: ContactKeys, useClass: BlindContactKeys },
    { provide: StaffNumbers, useExisting: StaffMobiles },
    { provide: SheetReader, useClass: FileSheetReader },
    { provide: Leaders, useClass: SqlLeaders },
    { provide: DirectoryJournal, useClass: AuditedDirectory },
    { provide: Hosts, useClass: SqlHosts },
    { provide: Campuses, useClass: SqlCampuses },
  ],
  exports: [Hosts, Campuses],
})
export class DirectoryModule {}
