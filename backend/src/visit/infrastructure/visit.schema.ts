import { defineEntity, p } from '@mikro-orm/core';
import { type Locale, type Transport, type VisitStatus, type WeeklyHours } from '@gatehouse/contract';
import { mapped } from '../../platform/database/mapped.js';
import { type Correction } from '../domain/correction.js';
import { type AskedExtension, type JournalEntry } from '../domain/journal.js';
import { type PartyMember } from '../domain/party-member.js';
import { type StayAnswer, type StayStage } from '../domain/stay.js';
import { Visit } from '../domain/visit.js';

export const VisitSchema = defineEntity({
  class: mapped(Visit),
  className: 'Visit',
  tableName: 'visit',
  properties: {
    id: p.uuid().primary(),
    number: p.text(),
    requestKey: p.uuid(),
    status: p.text().$type<VisitStatus>(),
    campusId: p.uuid(),
    unitId: p.uuid(),
    hostId: p.uuid(),
    transport: p.text().$type<Transport>(),
    plate: p.text().nullable(),
    plateKey: p.text().nullable(),
    periodFrom: p.datetime(),
    periodUntil: p.datetime(),
    weekly: p.json<WeeklyHours>().nullable(),
    purpose: p.text(),
    reason: p.text(),
    remark: p.text().nullable(),
    party: p.json<PartyMember[]>(),
    noticeVersion: p.text(),
    locale: p.text().$type<Locale>(),
    policyVersion: p.integer(),
    requestedAt: p.datetime(),
    decidedAt: p.datetime().nullable(),
    closedAt: p.datetime().nullable(),
    closingNote: p.text().nullable(),
    correction: p.json<Correction>().nullable(),
    extension: p.json<AskedExtension>().nullable(),
    journal: p.json<JournalEntry[]>(),
    stayStage: p.smallint().$type<StayStage>(),
    stayAnswer: p.text().$type<StayAnswer>().nullable(),
    stayEnd: p.datetime().nullable(),
    erasedAt: p.datetime().nullable(),
    seats: p.integer(),
    version: p.integer().version(),
  },
});
