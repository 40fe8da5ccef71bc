import { Approval } from '../../src/approval/domain/approval.js';
import { DirectorySync } from '../../src/directory/domain/directory-sync.js';
import { Equipment } from '../../src/equipment/domain/equipment.js';
import { CommonOpinion } from '../../src/approval/domain/common-opinion.js';
import { Delegation } from '../../src/approval/domain/delegation.js';
import { HostStanding } from '../../src/approval/domain/host-standing.js';
import { LocalAccount } from '../../src/identity/domain/local-account.js';
import { RoleGrant } from '../../src/identity/domain/role-grant.js';
import { Device } from '../../src/passage/domain/device.js';
import { Emergency } from '../../src/passage/domain/emergency.js';
import { Guard } from '../../src/passage/domain/guard.js';
import { Incident } from '../../src/passage/domain/incident.js';
import { Pass } from '../../src/passage/domain/pass.js';
import { Closure } from '../../src/policy/domain/closure.js';
import { Photo } from '../../src/photo/domain/photo.js';
import { Consent } from '../../src/visit/domain/consent.js';
import { Invitation } from '../../src/visit/domain/invitation.js';
import { InvitationBatch } from '../../src/visit/domain/invitation-batch.js';
import { LegalHold } from '../../src/retention/domain/legal-hold.js';
import { Visit } from '../../src/visit/domain/visit.js';
import { Webhook } from '../../src/webhook/domain/webhook.js';
import { BlacklistEntry } from '../../src/watchlist/domain/blacklist-entry.js';

const now = new Date('2026-11-23T01:00:00Z');
const period = { from: now, until: new Date('2026-11-23T09:00:00Z') };
const id = '00000000-0000-7000-8000-000000000001';
const bytes = new Uint8Array(32);
const member = {
  index: 0,
  personKeyId: id,
  name: '陈明',
  organisation: null,
  documentKind: 'PRC_ID',
  documentMasked: '',
  documentTail: '',
  documentIndex: '',
  documentSealed: '',
  mobileMasked: null,
  mobileIndex: null,
  mobileSealed: null,
};
const display = {
  visitNumber: '1',
  unitId: id,
  unitName: '',
  hostId: id,
  hostName: '',
  transport: 'foot' as const,
  partySize: 1,
};

/** One freshly built aggregate per mapped class, made by its own factory. */
export const freshAggregates: Record<string, object> = {
  Approval: Approval.open(id, { kind: 'visit', id }, { id, name: '' }, 'never', now),
  BlacklistEntry: BlacklistEntry.list(
    {
      id,
      name: '',
      level: 'watch',
      reason: '',
      evidence: null,
      keys: [{ kind: 'plate', index: '', masked: '' }],
      resemblances: [],
      campusId: null,
      from: null,
      until: null,
      reviewOn: null,
      listedBy: '',
    },
    now,
  ),
  Equipment: Equipment.add(
    {
      id,
      campusId: id,
      name: '',
      vendor: 'zkteco',
      serial: '1',
      lanes: [{ door: 1, gateId: id, direction: 'entry' }],
      networks: ['10.8.0.0/24'],
      tokenHash: null,
      address: null,
      loginSealed: null,
      faces: true,
      addedBy: id,
    },
    now,
  ),
  Consent: Consent.give(
    {
      id,
      kind: 'face',
      visitId: id,
      campusId: id,
      personIndex: 0,
      version: '1',
      textHash: bytes,
      addressSealed: bytes,
      guardianSealed: null,
    },
    now,
  ),
  CommonOpinion: CommonOpinion.write(id, null, 'agree', '同意', 0, new Date()),
  Delegation: Delegation.give(
    {
      id,
      owner: { id, name: '' },
      delegate: { id: '00000000-0000-7000-8000-000000000002', name: '' },
      from: period.from,
      until: period.until,
      reason: '',
    },
    [],
    now,
  ),
  Device: Device.add({ id, campusId: id, name: '', gateIds: [], addedBy: '', pairingHash: bytes }, now),
  DirectorySync: DirectorySync.begin(
    { id, origin: 'file', complete: false, label: '', startedBy: null, startedByName: '' },
    now,
  ),
  HostStanding: HostStanding.of(id),
  Emergency: Emergency.open(
    {
      id,
      campusId: id,
      gateId: id,
      deviceId: id,
      nonce: '',
      cause: 'power',
      reason: '',
      openedBy: { id, name: '' },
      secondName: '何志强',
      openedAt: now,
    },
    now,
  ),
  Guard: Guard.add({ id, campusId: id, number: '100', name: '', role: 'guard', addedBy: '' }, bytes, now),
  Incident: Incident.find({ id, campusId: id, kind: 'double-passage', passId: id, visitId: id, passageIds: [id] }, now),
  Invitation: Invitation.make(
    {
      id,
      kind: 'group',
      campusId: id,
      unitId: id,
      hostId: id,
      token: { hash: bytes, sealed: bytes },
      period,
      purpose: null,
      note: null,
      people: 1,
      preApproved: false,
      mobile: null,
      expiresAt: period.until,
    },
    true,
    now,
  ),
  InvitationBatch: InvitationBatch.make(
    { id, hostId: id, campusId: id, requestKey: id, preApproved: false },
    { rows: 1, invited: 1 },
    { keyId: id, sealed: bytes },
    now,
  ),
  LocalAccount: LocalAccount.open(
    { id, login: '', name: '', madeBy: '', passwordHash: '', totpSealed: bytes, totpStep: 0, recoveryHashes: [] },
    now,
  ),
  Pass: Pass.issue(
    {
      id,
      number: '10000001',
      campusId: id,
      visitId: id,
      holder: { ...member, documentIndex: bytes, mobileIndex: null },
      period,
      dailyHours: null,
      weekdays: null,
      plate: null,
      plateKey: null,
      gateIds: [],
      entries: null,
      display,
    },
    now,
  ),
  LegalHold: LegalHold.place(id, { kind: 'visit', id, label: '1', campusId: id }, '', '', now),
  Photo: Photo.store(
    {
      id,
      kind: 'face',
      mediaType: 'image/jpeg',
      size: 1,
      file: '',
      sealedHash: bytes,
      tokenHash: bytes,
      fileKey: bytes,
    },
    now,
  ),
  RoleGrant: RoleGrant.give({ id, staffId: id, role: 'auditor', campusId: null, unitId: null }, [], now),
  Visit: Visit.request(
    {
      id,
      number: '1',
      requestKey: id,
      campusId: id,
      unitId: id,
      hostId: id,
      transport: 'foot',
      plate: null,
      period,
      purpose: 'other',
      reason: '',
      remark: null,
      party: [member],
      noticeVersion: '1',
      policyVersion: 1,
      locale: 'zh',
    },
    now,
  ),
  Closure: Closure.declare(
    { id, campusId: id, gateId: null, begins: period.from, ends: period.until, reason: '', by: '' },
    now,
  ),
  Webhook: Webhook.add({ id, name: '', url: 'https://a.example/', events: [], secret: bytes, by: '' }, false, now),
};
