import { Migration0001Platform } from './0001-platform.js';
import { Migration0002DirectoryIdentity } from './0002-directory-identity.js';
import { Migration0003VisitApproval } from './0003-visit-approval.js';
import { Migration0004Passage } from './0004-passage.js';
import { Migration0005Oversight } from './0005-oversight.js';
import { Migration0006VisitLife } from './0006-visit-life.js';
import { Migration0007PhotoConsent } from './0007-photo-consent.js';
import { Migration0008OwnData } from './0008-own-data.js';
import { Migration0009Invitations } from './0009-invitations.js';
import { Migration0010Sso } from './0010-sso.js';
import { Migration0011DirectorySync } from './0011-directory-sync.js';
import { Migration0012ApprovalRoute } from './0012-approval-route.js';
import { Migration0013NoticeValues } from './0013-notice-values.js';
import { Migration0014SignedClients } from './0014-signed-clients.js';
import { Migration0016HostActs } from './0016-host-acts.js';
import { Migration0017PolicyReason } from './0017-policy-reason.js';
import { Migration0018OpinionsResale } from './0018-opinions-resale.js';
import { Migration0019InvitationBatches } from './0019-invitation-batches.js';
import { Migration0021PostedDepartures } from './0021-posted-departures.js';
import { Migration0021SuspendedHosts } from './0021-suspended-hosts.js';
import { Migration0022Gate } from './0022-gate.js';
import { Migration0023Equipment } from './0023-equipment.js';
import { Migration0024GateSpeed } from './0024-gate-speed.js';
import { Migration0025RollUps } from './0025-roll-ups.js';
import { Migration0026OfficePart } from './0026-office-part.js';
import { Migration0028WebhooksJobs } from './0028-webhooks-jobs.js';
import { Migration0029Boards } from './0029-boards.js';
import { Migration0030PartyAtTheGate } from './0030-party-at-the-gate.js';
import { Migration0031GateAndGrowth } from './0031-gate-and-growth.js';
import { Migration0032Exports } from './0032-exports.js';
import { Migration0033Policies } from './0033-policies.js';
import { Migration0034Retention } from './0034-retention.js';
import { Migration0041NewestNames } from './0041-newest-names.js';
import { Migration0042Reports } from './0042-reports.js';
import { Migration0043LongTerm } from './0043-long-term.js';
import { Migration0045LookTwice } from './0045-look-twice.js';
import { Migration0046Growth } from './0046-growth.js';
import { Migration0055RollCall } from './0055-roll-call.js';

/** All migrations, oldest first. A shipped migration is never edited. */
export const migrations = [
  Migration0001Platform,
  Migration0002DirectoryIdentity,
  Migration0003VisitApproval,
  Migration0004Passage,
  Migration0005Oversight,
  Migration0006VisitLife,
  Migration0007PhotoConsent,
  Migration0008OwnData,
  Migration0009Invitations,
  Migration0010Sso,
  Migration0011DirectorySync,
  Migration0012ApprovalRoute,
  Migration0013NoticeValues,
  Migration0014SignedClients,
  Migration0016HostActs,
  Migration0017PolicyReason,
  Migration0018OpinionsResale,
  Migration0019InvitationBatches,
  Migration0021PostedDepartures,
  Migration0021SuspendedHosts,
  Migration0022Gate,
  Migration0023Equipment,
  Migration0024GateSpeed,
  Migration0025RollUps,
  Migration0026OfficePart,
  Migration0028WebhooksJobs,
  Migration0029Boards,
  Migration0030PartyAtTheGate,
  Migration0031GateAndGrowth,
  Migration0032Exports,
  Migration0033Policies,
  Migration0034Retention,
  Migration0041NewestNames,
  Migration0042Reports,
  Migration0043LongTerm,
  Migration0045LookTwice,
  Migration0046Growth,
  Migration0055RollCall,
].map((type) => ({ name: type.name, class: type }));
