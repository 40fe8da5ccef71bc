import { Module } from '@nestjs/common';
import { ApprovalModule } from '../approval/approval.module.js';
import { PassageModule } from '../passage/passage.module.js';
import { PolicyModule } from '../policy/policy.module.js';
import { VisitModule } from '../visit/visit.module.js';
import { WatchlistModule } from '../watchlist/watchlist.module.js';
import { ExportsController } from './api/exports.controller.js';
import { ReportsController } from './api/reports.controller.js';
import { DutyReportQuery } from './application/reports/duty-report.query.js';
import { PassageReportQuery } from './application/reports/passage-report.query.js';
import { ReportQuery } from './application/reports/report.query.js';
import { VisitReportQuery } from './application/reports/visit-report.query.js';
import { ReportSource } from './infrastructure/exports/report-source.js';
import { CancelExportHandler } from './application/cancel-export.js';
import { DownloadExportHandler } from './application/download-export.js';
import { ExpireExportsHandler } from './application/expire-exports.js';
import { ExportFiles } from './infrastructure/exports/export-files.js';
import { ExportJobs } from './application/export-jobs.js';
import { RequestExportHandler } from './application/request-export.js';
import { BookMaker, ExportSources } from './infrastructure/exports/book-maker.js';
import { AuditSource, HostsLedgerSource, IncidentsSource } from './infrastructure/exports/duty-sources.js';
import { ExportRows } from './infrastructure/exports/export-rows.js';
import { type ExportSource } from './infrastructure/exports/export-source.js';
import { ExportWorker } from './infrastructure/exports/export-worker.js';
import { FilterWords } from './infrastructure/exports/filter-words.js';
import { LocalExportFiles } from './infrastructure/exports/local-export-files.js';
import { PassagesSource } from './infrastructure/exports/passages-source.js';
import { PeopleSource, PlatesSource } from './infrastructure/exports/people-source.js';
import { SqlExportJobs } from './infrastructure/exports/sql-export-jobs.js';
import { VisitsSource } from './infrastructure/exports/visits-source.js';
import { BlacklistSource, HitsSource } from './infrastructure/exports/watchlist-sources.js';
import { AuditController } from './api/audit.controller.js';
import { OperationsController } from './api/operations.controller.js';
import { IntegrationsView } from './application/integrations-view.js';
import { JobsQuery } from './application/jobs.query.js';
import { KnownJobs } from './application/known-jobs.js';
import { StartJobHandler } from './application/start-job.js';
import { StartTestHandler } from './application/start-test.js';
import { ExportKeeping } from './infrastructure/export-keeping.js';
import { RegisteredIntegrations } from './infrastructure/registered-integrations.js';
import { RegisteredJobs } from './infrastructure/registered-jobs.js';
import { DashboardController } from './api/dashboard.controller.js';
import { DeliveriesController } from './api/deliveries.controller.js';
import { SearchController } from './api/search.controller.js';
import { AnnounceAuditExportHandler } from './application/announce-audit-export.js';
import { AnnounceCheckpointHandler } from './application/announce-checkpoint.js';
import { AuditTrailQuery } from './application/audit-trail.query.js';
import { DashboardQuery } from './application/dashboard.query.js';
import { DeliveriesQuery } from './application/deliveries.query.js';
import { DropViewHandler } from './application/drop-view.js';
import { SaveViewHandler } from './application/save-view.js';
import { SavedViews } from './application/saved-views.js';
import { SavedViewsQuery } from './application/saved-views.query.js';
import { ExportedPassagesQuery } from './application/exported-passages.query.js';
import { FinishExportHandler } from './application/finish-export.js';
import { Journal } from './application/journal.js';
import { Outbox } from './application/outbox.js';
import { PassagesOfDaysQuery } from './application/passages-of-days.query.js';
import { PlacesQuery } from './application/places.query.js';
import { RetryDeliveryHandler } from './application/retry-delivery.js';
import { StoredFacesQuery } from './application/stored-faces.query.js';
import { VisitsOfDayQuery } from './application/visits-of-day.query.js';
import { WhoIsInsideQuery } from './application/who-is-inside.query.js';
import { AuditFollower } from './infrastructure/audit-follower.js';
import { AuditJournal } from './infrastructure/audit-journal.js';
import { DeliveryOutbox } from './infrastructure/delivery-outbox.js';
import { LiveChanges } from './infrastructure/live-changes.js';
import { LiveDashboards } from './infrastructure/live-dashboards.js';
import { PresenceSamples } from './infrastructure/presence-samples.js';
import { RollUps } from './infrastructure/roll-ups.js';
import { SqlSavedViews } from './infrastructure/sql-saved-views.js';

const sources = [
  VisitsSource,
  PeopleSource,
  PlatesSource,
  PassagesSource,
  IncidentsSource,
  BlacklistSource,
  HitsSource,
  HostsLedgerSource,
  AuditSource,
  ReportSource,
];

const reports = [ReportQuery, PassageReportQuery, VisitReportQuery, DutyReportQuery];

const exported = [
  RequestExportHandler,
  CancelExportHandler,
  FinishExportHandler,
  DownloadExportHandler,
  ExpireExportsHandler,
  ExportedPassagesQuery,
  ...sources,
  {
    provide: ExportSources,
    inject: sources,
    useFactory: (...all: ExportSource[]) => new ExportSources(all.map((source) => [source.list, source])),
  },
  FilterWords,
  BookMaker,
  ExportRows,
  ExportWorker,
  SqlExportJobs,
  { provide: ExportJobs, useExisting: SqlExportJobs },
  { provide: ExportFiles, useClass: LocalExportFiles },
];

@Module({
  imports: [ApprovalModule, PassageModule, PolicyModule, VisitModule, WatchlistModule],
  controllers: [
    AuditController,
    DashboardController,
    DeliveriesController,
    OperationsController,
    ExportsController,
    ExportsController,
    ReportsController,
    SearchController,
  ],
  providers: [
    AnnounceAuditExportHandler,
    AnnounceCheckpointHandler,
    RetryDeliveryHandler,
    StartJobHandler,
    StartTestHandler,
    JobsQuery,
    ExportKeeping,
    { provide: KnownJobs, useClass: RegisteredJobs },
    { provide: IntegrationsView, useClass: RegisteredIntegrations },
    AuditTrailQuery,
    DashboardQuery,
    DeliveriesQuery,
    ...exported,
    ...reports,
    PassagesOfDaysQuery,
    PlacesQuery,
    SaveViewHandler,
    DropViewHandler,
    SavedViewsQuery,
    RollUps,
    PresenceSamples,
    AuditFollower,
    LiveChanges,
    LiveDashboards,
    StoredFacesQuery,
    VisitsOfDayQuery,
    WhoIsInsideQuery,
    { provide: SavedViews, useClass: SqlSavedViews },
    { provide: Journal, useClass: AuditJournal },
    { provide: Outbox, useClass: DeliveryOutbox },
  ],
})
export class OversightModule {}
