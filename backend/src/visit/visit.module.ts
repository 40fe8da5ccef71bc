import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.js';
import { PolicyModule } from '../policy/policy.module.js';
import { WatchlistModule } from '../watchlist/watchlist.module.js';
import { ApprovalsController } from './api/approvals.controller.js';
import { BookingController } from './api/booking.controller.js';
import { StaffVisitsController } from './api/staff-visits.controller.js';
import { VisitorVisitsController } from './api/visitor-visits.controller.js';
import { OwnDataController } from './api/own-data.controller.js';
import {
  ApproveVisitWhenGranted,
  DeclineVisitWhenRefused,
  OpenApprovalWhenVisitRequested,
  WithdrawApprovalWhenVisitEnds,
} from './application/approval-reactions.js';
import { BookingInfoQuery } from './application/booking-info.query.js';
import { CancelVisitHandler } from './application/cancel-visit.js';
import { ExpireVisitsHandler } from './application/expire-visits.js';
import { KeptPeople } from './application/kept-people.js';
import { MyApprovalsQuery } from './application/my-approvals.query.js';
import { PartyVault } from './application/party-vault.js';
import { RefusedBookings } from './application/refused-bookings.js';
import { NoteRefusedBookingHandler } from './application/note-refused-booking.js';
import { RequestVisitHandler } from './application/request-visit.js';
import { StaffVisitsQuery } from './application/staff-visits.query.js';
import { VisitorProfileQuery } from './application/visitor-profile.query.js';
import { VisitorVisitsQuery } from './application/visitor-visits.query.js';
import { Visits } from './application/visits.js';
import { AuditedRefusals } from './infrastructure/audited-refusals.js';
import { MikroVisits } from './infrastructure/mikro-visits.js';
import { SealedParty } from './infrastructure/sealed-party.js';
import { SqlVisitBook } from './infrastructure/visit-book.js';
import { VisitExpiry } from './infrastructure/visit-expiry.js';
import { VisitBook } from './public.js';

@Module({
  imports: [DirectoryModule, PolicyModule, WatchlistModule],
  controllers: [
    BookingController,
    VisitorVisitsController,
    OwnDataController,
    StaffVisitsController,
    ApprovalsController,
  ],
  providers: [
    RequestVisitHandler,
    NoteRefusedBookingHandler,
    CancelVisitHandler,
    ExpireVisitsHandler,
    OpenApprovalWhenVisitRequested,
    ApproveVisitWhenGranted,
    DeclineVisitWhenRefused,
    WithdrawApprovalWhenVisitEnds,
    BookingInfoQuery,
    KeptPeople,
    VisitorProfileQuery,
    VisitorVisitsQuery,
    StaffVisitsQuery,
    MyApprovalsQuery,
    VisitExpiry,
    { provide: Visits, useClass: MikroVisits },
    { provide: PartyVault, useClass: SealedParty },
    { provide: RefusedBookings, useClass: AuditedRefusals },
    { provide: VisitBook, useClass: SqlVisitBook },
  ],
  exports: [VisitBook],
})
export class VisitModule {}
