import { Module } from '@nestjs/common';
import { HoldsController } from './api/holds.controller.js';
import { RetentionController } from './api/retention.controller.js';
import { EndKeepingHandler } from './application/end-keeping.js';
import { Holds } from './application/holds.js';
import { HoldsQuery } from './application/holds.query.js';
import { KeptData } from './application/kept-data.js';
import { NoteRunHandler } from './application/note-run.js';
import { PlaceHoldHandler } from './application/place-hold.js';
import { ReleaseHoldHandler } from './application/release-hold.js';
import { RetentionBook } from './application/retention-book.js';
import { RetentionReport } from './application/retention-report.js';
import { RunRetention } from './application/run-retention.js';
import { SetTermsHandler } from './application/set-terms.js';
import { MikroHolds } from './infrastructure/mikro-holds.js';
import { RegisteredKeptData } from './infrastructure/registered-kept-data.js';
import { RetentionJob } from './infrastructure/retention-job.js';
import { SqlRetentionBook } from './infrastructure/sql-retention-book.js';

/** How long data of people are kept, and what is held beyond it. */
@Module({
  controllers: [RetentionController, HoldsController],
  providers: [
    EndKeepingHandler,
    NoteRunHandler,
    PlaceHoldHandler,
    ReleaseHoldHandler,
    SetTermsHandler,
    HoldsQuery,
    RetentionReport,
    RunRetention,
    RetentionJob,
    { provide: Holds, useClass: MikroHolds },
    { provide: KeptData, useClass: RegisteredKeptData },
    { provide: RetentionBook, useClass: SqlRetentionBook },
  ],
})
export class RetentionModule {}
