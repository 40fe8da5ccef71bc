import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.js';
import { PhotoModule } from '../photo/photo.module.js';
import { PolicyModule } from '../policy/policy.module.js';
import { VisitModule } from '../visit/visit.module.js';
import { WatchlistModule } from '../watchlist/watchlist.module.js';
import { GateBundleController } from './api/gate-bundle.controller.js';
import { EmergenciesController } from './api/emergencies.controller.js';
import { MusterController } from './api/muster.controller.js';
import { WalkInsController } from './api/walk-ins.controller.js';
import { GuardsController } from './api/guards.controller.js';
import { GuardSessionController } from './api/guard-session.controller.js';
import { GuardsOnDuty } from './api/guards-on-duty.js';
import { GateBatchController } from './api/gate-batch.controller.js';
import { IncidentsController } from './api/incidents.controller.js';
import { DevicesController } from './api/devices.controller.js';
import { GateController } from './api/gate.controller.js';
import { GatePhotosController } from './api/gate-photos.controller.js';
import { GateDevicesController } from './api/gate-devices.controller.js';
import { PassagesController } from './api/passages.controller.js';
import { PeopleController } from './api/people.controller.js';
import { TodaysPassesController } from './api/todays-passes.controller.js';
import { VisitorDepartureController } from './api/visitor-departure.controller.js';
import { VisitorPassesController } from './api/visitor-passes.controller.js';
import { ClaimDepartureHandler } from './application/claim-departure.js';
import { SharedPassesController } from './api/shared-passes.controller.js';
import { ErasePassesWhenVisitErased } from './application/erase-passes.js';
import { ClaimSharedPassHandler } from './application/claim-shared-pass.js';
import { Devices, DeviceSecrets } from './application/devices.js';
import { DevicesQuery } from './application/devices.query.js';
import { TakeWordHandler } from './application/take-word.js';
import { Likenesses } from './application/likenesses.js';
import { NoteLikenessesWhenIssued, RenewLikenessesWithTheList } from './application/likeness-reactions.js';
import { NoteLikenessesHandler } from './application/note-likenesses.js';
import { SqlLikenesses } from './infrastructure/sql-likenesses.js';
import { ClearMusterTicksHandler } from './application/clear-muster-ticks.js';
import { RollCall } from './application/roll-call.js';
import { TickMusterHandler } from './application/tick-muster.js';
import { SqlRollCall } from './infrastructure/sql-roll-call.js';
import { MovePassesEndHandler } from './application/move-passes-end.js';
import { JudgedPersonQuery } from './application/judged-person.query.js';
import { AdmitWalkInHandler } from './application/admit-walk-in.js';
import { NoteMusterPrintedHandler, PrintJournal } from './application/note-muster-printed.js';
import { AuditedPrints } from './infrastructure/audited-prints.js';
import { CampusMusterQuery } from './application/campus-muster.query.js';
import { Emergencies } from './application/emergencies.js';
import { EmergenciesQuery } from './application/emergencies.query.js';
import { EndEmergencyHandler } from './application/end-emergency.js';
import { EnterPaperHandler } from './application/enter-paper.js';
import { HandOverQuery } from './application/hand-over.query.js';
import { OpenEmergencyHandler } from './application/open-emergency.js';
import { WalkIns } from './application/walk-ins.js';
import { WalkInWatch } from './application/walk-in-watch.query.js';
import { WalkInsQuery } from './application/walk-ins.query.js';
import { SqlEmergencies } from './infrastructure/sql-emergencies.js';
import { SqlWalkIns } from './infrastructure/sql-walk-ins.js';
import { AddGuardHandler } from './application/add-guard.js';
import { EndGuardHandler } from './application/end-guard.js';
import { GuardPins, Guards, GuardSessions } from './application/guards.js';
import { GuardsQuery } from './application/guards.query.js';
import { RenewGuardPinHandler } from './application/renew-guard-pin.js';
import { SignInGuardHandler } from './application/sign-in-guard.js';
import { KeyedGuardPins, MikroGuards, SqlGuardSessions } from './infrastructure/sql-guards.js';
import { AnnulPassageHandler } from './application/annul-passage.js';
import { Annulments } from './application/annulments.js';
import { CloseForgottenHandler } from './application/close-forgotten.js';
import { DeviceDetailQuery } from './application/device-detail.query.js';
import { OrderRollHandler } from './application/order-roll.js';
import { PlaceGuardHandler } from './application/place-guard.js';
import { ReportLatePapersHandler } from './application/report-late-papers.js';
import { SuspendGuardHandler } from './application/suspend-guard.js';
import { OfficeJobs } from './infrastructure/office-jobs.js';
import { CloseIncidentHandler } from './application/close-incident.js';
import { FindIncident } from './application/find-incident.js';
import { ImportOfflinePassageHandler } from './application/import-offline-passage.js';
import { Incidents } from './application/incidents.js';
import { IncidentsQuery } from './application/incidents.query.js';
import { OfflineDesk } from './application/offline-desk.js';
import { MikroIncidents } from './infrastructure/mikro-incidents.js';
import { PassageBook } from './infrastructure/offline/passage-book.js';
import { SqlAnnulments } from './infrastructure/offline/sql-annulments.js';
import { SqlOfflineDesk } from './infrastructure/offline/sql-offline-desk.js';
import { BundleSigner } from './application/bundle-signer.js';
import { GateBundle } from './application/gate-bundle.js';
import { GateBundleQuery } from './application/gate-bundle.query.js';
import { MusterKeys } from './application/muster-keys.js';
import { MusterQuery } from './application/muster.query.js';
import { PublishBundleHandler } from './application/publish-bundle.js';
import { BundleShelf } from './infrastructure/bundle/bundle-shelf.js';
import { PublishedBundle } from './infrastructure/bundle/published-bundle.js';
import { RingBundleSigner } from './infrastructure/bundle/ring-bundle-signer.js';
import { RingMusterKeys } from './infrastructure/bundle/ring-muster-keys.js';
import { EnrolDeviceHandler } from './application/enrol-device.js';
import { GateDesk } from './application/gate-desk.js';
import { Heartbeats } from './application/heartbeats.js';
import { HoldKeyOnServerHandler } from './application/hold-key-on-server.js';
import { IssuePassesHandler } from './application/issue-passes.js';
import { OfferPairingHandler } from './application/offer-pairing.js';
import { PairDeviceHandler } from './application/pair-device.js';
import { PassIssuer } from './application/pass-issuer.js';
import { PassKeys } from './application/pass-keys.js';
import { TodaysPassesQuery } from './application/todays-passes.query.js';
import { PassShares } from './application/pass-shares.js';
import { PassViewQuery } from './application/pass-view.query.js';
import { PassagesQuery } from './application/passages.query.js';
import { PassesSoughtQuery } from './application/passes-sought.query.js';
import { PeopleQuery } from './application/people.query.js';
import { PlatesQuery } from './application/plates.query.js';
import { Passes } from './application/passes.js';
import { Presences } from './application/presences.js';
import { RegisterPhoneKeyHandler } from './application/register-phone-key.js';
import { ChangeDeviceHandler } from './application/change-device.js';
import { NoteWipedHandler } from './application/note-wiped.js';
import { OrderWipeHandler } from './application/order-wipe.js';
import { RevokeDeviceHandler } from './application/revoke-device.js';
import { RevokePassesHandler } from './application/revoke-passes.js';
import { RollDeviceSecretHandler } from './application/roll-device-secret.js';
import { SharePassHandler } from './application/share-pass.js';
import { SharedPassesQuery } from './application/shared-passes.query.js';
import { TakeShareBackHandler } from './application/take-share-back.js';
import { ServerCodesQuery } from './application/server-codes.query.js';
import {
  MovePassesEndWithVisit,
  TakeHostsWordWhenStayAnswered,
  TakeOfficesWord,
  IssuePassesWhenVisitApproved,
  RevokePassesWhenVisitCancelled,
  RevokePassesWhenVisitChanged,
  RevokePassesWhenVisitDeclined,
} from './application/visit-reactions.js';
import { DeviceAuthenticator } from './infrastructure/device-authenticator.js';
import { KnownDevices } from './infrastructure/known-devices.js';
import { HashedDeviceSecrets } from './infrastructure/device-secrets.js';
import { HotTransactions } from './infrastructure/gate/hot-transactions.js';
import { OutcomeBatch } from './infrastructure/gate/outcome-batch.js';
import { PassageAnnouncements } from './infrastructure/gate/passage-announcements.js';
import { SuspendedHosts } from './infrastructure/gate/suspended-hosts.js';
import { SignatureThreads } from './infrastructure/gate/signature-threads.js';
import { SqlGateDesk } from './infrastructure/gate/sql-gate-desk.js';
import { VerdictBatch } from './infrastructure/gate/verdict-batch.js';
import { GateFacts } from './infrastructure/gate-facts.js';
import { KeyRingIssuer } from './infrastructure/key-ring-issuer.js';
import { MikroDevices } from './infrastructure/mikro-devices.js';
import { MikroPasses } from './infrastructure/mikro-passes.js';
import { PassIndexes } from './infrastructure/pass-indexes.js';
import { GateHealth } from './infrastructure/gate-health.js';
import { PassageKeeping } from './infrastructure/passage-keeping.js';
import { PassageJobs } from './infrastructure/passage-jobs.js';
import { SealedPassKeys } from './infrastructure/sealed-pass-keys.js';
import { SqlPassShares } from './infrastructure/sql-pass-shares.js';
import { SqlHeartbeats } from './infrastructure/sql-heartbeats.js';
import { SqlPresences } from './infrastructure/sql-presences.js';

const passes = [
  IssuePassesHandler,
  RevokePassesHandler,
  MovePassesEndHandler,
  TakeWordHandler,
  ClaimDepartureHandler,
  CloseForgottenHandler,
  OfficeJobs,
  RegisterPhoneKeyHandler,
  HoldKeyOnServerHandler,
  IssuePassesWhenVisitApproved,
  RevokePassesWhenVisitCancelled,
  RevokePassesWhenVisitDeclined,
  RevokePassesWhenVisitChanged,
  MovePassesEndWithVisit,
  TakeHostsWordWhenStayAnswered,
  TakeOfficesWord,
  SharePassHandler,
  TakeShareBackHandler,
  ClaimSharedPassHandler,
  ErasePassesWhenVisitErased,
  SharedPassesQuery,
  { provide: PassShares, useClass: SqlPassShares },
  PassViewQuery,
  TodaysPassesQuery,
  ServerCodesQuery,
  { provide: Passes, useClass: MikroPasses },
  { provide: Presences, useClass: SqlPresences },
  { provide: PassKeys, useClass: SealedPassKeys },
  { provide: PassIssuer, useClass: KeyRingIssuer },
];

const devices = [
  OfferPairingHandler,
  EnrolDeviceHandler,
  PairDeviceHandler,
  RollDeviceSecretHandler,
  RevokeDeviceHandler,
  ChangeDeviceHandler,
  OrderWipeHandler,
  OrderRollHandler,
  DeviceDetailQuery,
  NoteWipedHandler,
  DevicesQuery,
  KnownDevices,
  DeviceAuthenticator,
  { provide: Devices, useClass: MikroDevices },
  { provide: DeviceSecrets, useClass: HashedDeviceSecrets },
  { provide: Heartbeats, useClass: SqlHeartbeats },
];

const gate = [
  NoteLikenessesHandler,
  NoteLikenessesWhenIssued,
  RenewLikenessesWithTheList,
  { provide: Likenesses, useClass: SqlLikenesses },
  GateFacts,
  JudgedPersonQuery,
  HotTransactions,
  SignatureThreads,
  PassageAnnouncements,
  VerdictBatch,
  SuspendedHosts,
  OutcomeBatch,
  PassagesQuery,
  PassesSoughtQuery,
  PeopleQuery,
  PlatesQuery,
  PassageJobs,
  PassIndexes,
  GateHealth,
  PassageKeeping,
  { provide: GateDesk, useClass: SqlGateDesk },
];

const bundle = [
  PublishBundleHandler,
  GateBundleQuery,
  MusterQuery,
  BundleShelf,
  { provide: GateBundle, useClass: PublishedBundle },
  { provide: MusterKeys, useClass: RingMusterKeys },
  { provide: BundleSigner, useClass: RingBundleSigner },
];

const offline = [
  ImportOfflinePassageHandler,
  AnnulPassageHandler,
  CloseIncidentHandler,
  ReportLatePapersHandler,
  FindIncident,
  IncidentsQuery,
  PassageBook,
  SqlAnnulments,
  { provide: Annulments, useExisting: SqlAnnulments },
  { provide: OfflineDesk, useClass: SqlOfflineDesk },
  { provide: Incidents, useClass: MikroIncidents },
];

const guards = [
  AdmitWalkInHandler,
  WalkInWatch,
  WalkInsQuery,
  { provide: WalkIns, useClass: SqlWalkIns },
  OpenEmergencyHandler,
  EndEmergencyHandler,
  EnterPaperHandler,
  EmergenciesQuery,
  { provide: Emergencies, useClass: SqlEmergencies },
  CampusMusterQuery,
  NoteMusterPrintedHandler,
  TickMusterHandler,
  ClearMusterTicksHandler,
  { provide: RollCall, useClass: SqlRollCall },
  { provide: PrintJournal, useClass: AuditedPrints },
  HandOverQuery,
  AddGuardHandler,
  RenewGuardPinHandler,
  EndGuardHandler,
  SuspendGuardHandler,
  PlaceGuardHandler,
  SignInGuardHandler,
  GuardsQuery,
  GuardsOnDuty,
  { provide: Guards, useClass: MikroGuards },
  { provide: GuardPins, useClass: KeyedGuardPins },
  { provide: GuardSessions, useClass: SqlGuardSessions },
];

/** Passes, gates, devices and what happens there: the heart of the house. */
@Module({
  imports: [DirectoryModule, PhotoModule, PolicyModule, VisitModule, WatchlistModule],
  controllers: [
    TodaysPassesController,
    VisitorPassesController,
    VisitorDepartureController,
    VisitorPassesController,
    SharedPassesController,
    GateController,
    GateBundleController,
    GuardSessionController,
    GuardsController,
    WalkInsController,
    EmergenciesController,
    MusterController,
    GateBatchController,
    IncidentsController,
    GatePhotosController,
    GateDevicesController,
    DevicesController,
    PassagesController,
    PeopleController,
  ],
  exports: [GateDesk, Heartbeats, IncidentsQuery, PassesSoughtQuery, PeopleQuery, PlatesQuery],
  providers: [...passes, ...devices, ...gate, ...bundle, ...offline, ...guards],
})
export class PassageModule {}
