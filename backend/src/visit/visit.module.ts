import { Module } from '@nestjs/common';
import { ApprovalModule } from '../approval/approval.module.js';
import { DirectoryModule } from '../directory/directory.module.js';
import { PhotoModule } from '../photo/photo.module.js';
import { PolicyModule } from '../policy/policy.module.js';
import { WatchlistModule } from '../watchlist/watchlist.module.js';
import { ApprovalsController } from './api/approvals.controller.js';
import { AttachmentsController } from './api/attachments.controller.js';
import { InvitationsController } from './api/invitations.controller.js';
import { InvitationBatchesController } from './api/invitation-batches.controller.js';
import { InvitedController } from './api/invited.controller.js';
import { BookingController } from './api/booking.controller.js';
import { NoticesController } from './api/notices.controller.js';
import { SeveralAgreementsController } from './api/several-agreements.controller.js';
import { StaffVisitsController } from './api/staff-visits.controller.js';
import { VisitorConsentsController } from './api/visitor-consents.controller.js';
import { ToDoFeedController } from './api/todo-feed.controller.js';
import { CorrectionController } from './api/correction.controller.js';
import { VisitLifeController } from './api/visit-life.controller.js';
import { OfficeApprovalsController } from './api/office-approvals.controller.js';
import { VisitorChaseController } from './api/visitor-chase.controller.js';
import { VisitorVisitsController } from './api/visitor-visits.controller.js';
import { OwnDataController } from './api/own-data.controller.js';
import { MyVisitsController } from './api/my-visits.controller.js';
import { AgreeToLessHandler } from './application/agree-to-less.js';
import { LongTermVisitsController } from './api/long-term-visits.controller.js';
import { OverstaysController } from './api/overstays.controller.js';
import { ChaseStayHandler } from './application/chase-stay.js';
import { NoteDepartureHandler } from './application/note-departure.js';
import { OverstaysQuery } from './application/overstays.query.js';
import { LongTermVisitsQuery } from './application/long-term-visits.query.js';
import { RenewVisitHandler } from './application/renew-visit.js';
import { RevokeByOfficeHandler } from './application/revoke-by-office.js';
import { ProlongStayHandler } from './application/prolong-stay.js';
import { AnswerStayHandler } from './application/answer-stay.js';
import { MoveVisitEndHandler } from './application/move-visit-end.js';
import { MyVisitsQuery } from './application/my-visits.query.js';
import { RevokeVisitHandler } from './application/revoke-visit.js';
import { VisitRoute } from './application/visit-route.js';
import { WatchStaysHandler } from './application/watch-stays.js';
import { StayWatch } from './infrastructure/stay-watch.js';
import { AmendmentRules } from './application/amendment-rules.js';
import {
  ApproveVisitWhenGranted,
  DeclineVisitWhenRefused,
  OpenApprovalWhenVisitRequested,
  WithdrawApprovalWhenVisitEnds,
} from './application/approval-reactions.js';
import { AttachmentAccess } from './application/attachment-access.query.js';
import { Attachments } from './application/attachments.js';
import { BookingInfoQuery } from './application/booking-info.query.js';
import { CancelVisitHandler } from './application/cancel-visit.js';
import { ConsentEvidence, Consents } from './application/consents.js';
import { AskForCorrectionHandler } from './application/ask-for-correction.js';
import { ChangeVisitHandler } from './application/change-visit.js';
import { CorrectVisitHandler } from './application/correct-visit.js';
import { EndPhotoKeepingHandler } from './application/end-photo-keeping.js';
import { EraseGuestListsHandler } from './application/erase-guest-lists.js';
import { GuestListCheck } from './application/guest-list-check.js';
import { GuestListReader, GuestReports, InvitationBatches } from './application/invitation-batches.js';
import { InvitationBatchesQuery } from './application/invitation-batches.query.js';
import { InvitationMaker } from './application/invitation-maker.js';
import { InviteGuestsHandler } from './application/invite-guests.js';
import { InvitationsQuery } from './application/invitations.query.js';
import { Invitations, InvitationTokens } from './application/invitations.js';
import { InvitedGuests } from './application/invited-guests.js';
import { MakeInvitationHandler } from './application/make-invitation.js';
import { NoteHeldVisit } from './application/note-held-visit.js';
import { OfficeCheck } from './application/office-check.js';
import { RefuseByOfficeHandler } from './application/refuse-by-office.js';
import { WithdrawInvitationHandler } from './application/withdraw-invitation.js';
import { ExpireVisitsHandler } from './application/expire-visits.js';
import { EraseOwnDataHandler } from './application/erase-own-data.js';
import { ErasureBook } from './application/erasure-book.js';
import { OwnDataQuery } from './application/own-data.query.js';
import { SqlErasureBook } from './infrastructure/sql-erasure-book.js';
import { KeptPeople } from './application/kept-people.js';
import { ExtendVisitHandler } from './application/extend-visit.js';
import {
  ExtendVisitWhenGranted,
  KeepPeriodWhenExtensionRefused,
  OpenApprovalWhenExtensionAsked,
  ResumeApprovalWhenVisitCorrected,
  WithdrawExtensionWhenVisitEnds,
} from './application/extension-reactions.js';
import { KeptPhotos } from './application/kept-photos.query.js';
import { MyApprovalsQuery } from './application/my-approvals.query.js';
import { OwnConsentsQuery } from './application/own-consents.query.js';
import { ChaseApproversHandler } from './application/chase-approvers.js';
import { OpenApprovalsQuery } from './application/open-approvals.query.js';
import { PartyVault } from './application/party-vault.js';
import { RecordConsents } from './application/record-consents.js';
import { HeldVisits } from './application/held-visits.js';
import { ListedVisits } from './application/listed-visits.js';
import { LookAlikes } from './application/look-alikes.js';
import { PartyBirths } from './application/party-births.js';
import { MeetClosure } from './application/meet-closure.js';
import { MeetNewListing } from './application/meet-new-listing.js';
import { RevealJournal, RevealPersonHandler } from './application/reveal-person.js';
import { VisitScreeningQuery } from './application/visit-screening.query.js';
import { CaughtVisitsController } from './api/caught-visits.controller.js';
import { CaughtVisitsQuery } from './application/caught-visits.query.js';
import { EndCaughtVisitsHandler } from './application/end-caught-visits.js';
import { RevealController } from './api/reveal.controller.js';
import { AuditedReveals } from './infrastructure/audited-reveals.js';
import { SqlListedVisits } from './infrastructure/sql-listed-visits.js';
import { RequestVisitHandler } from './application/request-visit.js';
import { StaffVisitsQuery } from './application/staff-visits.query.js';
import { VisitsSoughtQuery } from './application/visits-sought.query.js';
import { VisitEraser } from './application/visit-eraser.js';
import { EndPersonKeepingHandler } from './application/end-person-keeping.js';
import { VisitIndexes } from './infrastructure/visit-indexes.js';
import { VisitKeeping } from './infrastructure/visit-keeping.js';
import { VisitorProfileQuery } from './application/visitor-profile.query.js';
import { VisitorVisitsQuery } from './application/visitor-visits.query.js';
import { Visits } from './application/visits.js';
import { ViewAttachmentHandler } from './application/view-attachment.js';
import { ViewedAttachments } from './application/viewed-attachments.js';
import { WithdrawFaceConsentHandler } from './application/withdraw-face-consent.js';
import { AuditedViews } from './infrastructure/audited-views.js';
import { AuditedHolds } from './infrastructure/audited-holds.js';
import { FileGuestListReader } from './infrastructure/file-guest-list-reader.js';
import { GuestListErasure } from './infrastructure/guest-list-erasure.js';
import { KeptGuestBook } from './infrastructure/kept-guest-book.js';
import { MikroInvitationBatches } from './infrastructure/mikro-invitation-batches.js';
import { SealedGuestReports } from './infrastructure/sealed-guest-reports.js';
import { MikroInvitations } from './infrastructure/mikro-invitations.js';
import { SealedInvitationTokens } from './infrastructure/sealed-invitation-tokens.js';
import { MikroConsents } from './infrastructure/mikro-consents.js';
import { MikroVisits } from './infrastructure/mikro-visits.js';
import { NameSpelling } from './infrastructure/name-spelling.js';
import { PhotoKeeping } from './infrastructure/photo-keeping.js';
import { SealedConsentEvidence } from './infrastructure/sealed-consent-evidence.js';
import { SealedParty } from './infrastructure/sealed-party.js';
import { SqlVisitBook } from './infrastructure/visit-book.js';
import { VisitExpiry } from './infrastructure/visit-expiry.js';
import { GuestBook, VisitBook } from './public.js';

@Module({
  imports: [ApprovalModule, DirectoryModule, PhotoModule, PolicyModule, WatchlistModule],
  controllers: [
    BookingController,
    VisitorVisitsController,
    VisitLifeController,
    OwnDataController,
    StaffVisitsController,
    RevealController,
    CaughtVisitsController,
    ToDoFeedController,
    SeveralAgreementsController,
    ApprovalsController,
    InvitationBatchesController,
    InvitationsController,
    InvitedController,
    MyVisitsController,
    OverstaysController,
    LongTermVisitsController,
    NoticesController,
    AttachmentsController,
    VisitorConsentsController,
    CorrectionController,
    OfficeApprovalsController,
    VisitorChaseController,
  ],
  providers: [
    RequestVisitHandler,
    MakeInvitationHandler,
    InviteGuestsHandler,
    InvitationMaker,
    GuestListCheck,
    InvitationBatchesQuery,
    EraseGuestListsHandler,
    GuestListErasure,
    WithdrawInvitationHandler,
    RefuseByOfficeHandler,
    NoteHeldVisit,
    MeetNewListing,
    CaughtVisitsQuery,
    EndCaughtVisitsHandler,
    MeetClosure,
    LookAlikes,
    PartyBirths,
    VisitScreeningQuery,
    RevealPersonHandler,
    OfficeCheck,
    VisitRoute,
    InvitedGuests,
    InvitationsQuery,
    CancelVisitHandler,
    ChaseApproversHandler,
    ExpireVisitsHandler,
    AskForCorrectionHandler,
    CorrectVisitHandler,
    ChangeVisitHandler,
    ExtendVisitHandler,
    AgreeToLessHandler,
    RevokeVisitHandler,
    MoveVisitEndHandler,
    AnswerStayHandler,
    ChaseStayHandler,
    NoteDepartureHandler,
    ProlongStayHandler,
    RenewVisitHandler,
    RevokeByOfficeHandler,
    LongTermVisitsQuery,
    OverstaysQuery,
    WatchStaysHandler,
    StayWatch,
    MyVisitsQuery,
    AmendmentRules,
    OpenApprovalWhenVisitRequested,
    ApproveVisitWhenGranted,
    DeclineVisitWhenRefused,
    WithdrawApprovalWhenVisitEnds,
    WithdrawFaceConsentHandler,
    ViewAttachmentHandler,
    EndPhotoKeepingHandler,
    AttachmentAccess,
    KeptPhotos,
    NameSpelling,
    PhotoKeeping,
    Attachments,
    RecordConsents,
    OwnConsentsQuery,
    OpenApprovalWhenExtensionAsked,
    ExtendVisitWhenGranted,
    KeepPeriodWhenExtensionRefused,
    WithdrawExtensionWhenVisitEnds,
    ResumeApprovalWhenVisitCorrected,
    BookingInfoQuery,
    KeptPeople,
    VisitorProfileQuery,
    OwnDataQuery,
    EraseOwnDataHandler,
    EndPersonKeepingHandler,
    VisitEraser,
    VisitIndexes,
    VisitKeeping,
    { provide: ErasureBook, useClass: SqlErasureBook },
    VisitorVisitsQuery,
    StaffVisitsQuery,
    VisitsSoughtQuery,
    MyApprovalsQuery,
    OpenApprovalsQuery,
    VisitExpiry,
    { provide: Visits, useClass: MikroVisits },
    { provide: Consents, useClass: MikroConsents },
    { provide: ViewedAttachments, useClass: AuditedViews },
    { provide: ConsentEvidence, useClass: SealedConsentEvidence },
    { provide: PartyVault, useClass: SealedParty },
    { provide: HeldVisits, useClass: AuditedHolds },
    { provide: ListedVisits, useClass: SqlListedVisits },
    { provide: RevealJournal, useClass: AuditedReveals },
    { provide: Invitations, useClass: MikroInvitations },
    { provide: InvitationTokens, useClass: SealedInvitationTokens },
    { provide: InvitationBatches, useClass: MikroInvitationBatches },
    { provide: GuestReports, useClass: SealedGuestReports },
    { provide: GuestListReader, useClass: FileGuestListReader },
    { provide: GuestBook, useClass: KeptGuestBook },
    { provide: VisitBook, useClass: SqlVisitBook },
  ],
  exports: [VisitBook, GuestBook, StaffVisitsQuery],
})
export class VisitModule {}
