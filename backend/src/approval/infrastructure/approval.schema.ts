import { defineEntity, p } from '@mikro-orm/core';
import { mapped } from '../../platform/database/mapped.js';
import { type Text } from '@gatehouse/contract';
import { Approval, type ApprovalState, type LeaderRule } from '../domain/approval.js';
import { type SubjectKind } from '../domain/events.js';
import { type Step } from '../domain/step.js';

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
    routeReasons: p.json<Text[]>(),
    attentionAt: p.datetime().nullable(),
    chasedAt: p.datetime().nullable(),
    closedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});
