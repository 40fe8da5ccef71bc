import { defineEntity, p } from '@mikro-orm/core';
import { type OpinionKind } from '@gatehouse/contract';
import { mapped } from '../../platform/database/mapped.js';
import { CommonOpinion } from '../domain/common-opinion.js';

export const CommonOpinionSchema = defineEntity({
  class: mapped(CommonOpinion),
  className: 'CommonOpinion',
  tableName: 'common_opinion',
  properties: {
    id: p.uuid().primary(),
    ownerId: p.uuid().nullable(),
    kind: p.text().$type<OpinionKind>(),
    text: p.text(),
    writtenAt: p.datetime(),
    droppedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});
