import { defineEntity, p } from '@mikro-orm/core';
import { mapped } from '../../platform/database/mapped.js';
import { type SubjectKind } from '../domain/events.js';
import { Approval, type ApprovalState, type LeaderRule, type Step } from '../domain/approval.js';

export const ApprovalSchema = defineEntity({
  class: mapped(Approval),
  className: 'Approval',
  tableName: 'approval',
  properties: {
    id: p.uuid().primary(),
    subjectKind: p.text().$type<SubjectKind>(),
    subjectId: p.uuid(),
    state: p.text().$type<ApprovalState>(),
    leaderRule: p.text().$type<LeaderRule>(),
    steps: p.json<Step[]>(),
    openedAt: p.datetime(),
    closedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});
