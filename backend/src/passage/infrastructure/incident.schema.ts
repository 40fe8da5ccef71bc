import { defineEntity, p } from '@mikro-orm/core';
import { type IncidentFinding, type IncidentKind, type Outcome } from '@gatehouse/contract';
import { mapped } from '../../platform/database/mapped.js';
import { Incident } from '../domain/incident.js';

export const IncidentSchema = defineEntity({
  class: mapped(Incident),
  className: 'Incident',
  tableName: 'incident',
  properties: {
    id: p.uuid().primary(),
    campusId: p.uuid(),
    kind: p.text().$type<IncidentKind>(),
    state: p.text().$type<'open' | 'closed'>(),
    passId: p.uuid().nullable(),
    visitId: p.uuid().nullable(),
    passageIds: p.array().columnType('uuid[]'),
    claims: p.json<Record<string, Outcome>>(),
    emergencyId: p.uuid().nullable(),
    foundAt: p.datetime(),
    finding: p.text().$type<IncidentFinding>().nullable(),
    findingNote: p.text().nullable(),
    closedAt: p.datetime().nullable(),
    closedBy: p.text().nullable(),
    closedByName: p.text().nullable(),
    version: p.integer().version(),
  },
});
