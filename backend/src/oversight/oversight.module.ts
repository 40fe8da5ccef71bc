import { Module } from '@nestjs/common';
import { AuditController } from './api/audit.controller.js';
import { DashboardController } from './api/dashboard.controller.js';
import { DeliveriesController } from './api/deliveries.controller.js';
import { PassageExportController } from './api/passage-export.controller.js';
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
import { ExportPassagesHandler } from './application/export-passages.js';
import { ExportedPassagesQuery } from './application/exported-passages.query.js';
import { FinishExportHandler } from './application/finish-export.js';
import { Journal } from './application/journal.js';
import { Outbox } from './application/outbox.js';
import { PassageBook } from './infrastructure/passage-book.js';
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
import { PassageExport } from './infrastructure/passage-export.js';
import { PresenceSamples } from './infrastructure/presence-samples.js';
import { RollUps } from './infrastructure/roll-ups.js';
import { SqlSavedViews } from './infrastructure/sql-saved-views.js';
import { XlsxPassageBook } from './infrastructure/xlsx-passage-book.js';

@Module({
  controllers: [AuditController, DashboardController, DeliveriesController, PassageExportController, SearchController],
  providers: [
    AnnounceAuditExportHandler,
    AnnounceCheckpointHandler,
    ExportPassagesHandler,
    FinishExportHandler,
    RetryDeliveryHandler,
    AuditTrailQuery,
    DashboardQuery,
    DeliveriesQuery,
    ExportedPassagesQuery,
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
    PassageExport,
    { provide: SavedViews, useClass: SqlSavedViews },
    { provide: Journal, useClass: AuditJournal },
    { provide: Outbox, useClass: DeliveryOutbox },
    { provide: PassageBook, useClass: XlsxPassageBook },
  ],
})
export class OversightModule {}
