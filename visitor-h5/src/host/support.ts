import { type ApprovalDetail, type ApprovalRow } from '@gatehouse/contract/approval';

export const aRow = (id: string, but: Partial<ApprovalRow> = {}): ApprovalRow => ({
  id,
  visitId: `visit of ${id}`,
  number: 'V20261122-0037',
  visitStatus: 'pending',
  step: 'host',
  state: 'waiting',
  applicantName: '陈明',
  organisation: '个人',
  partySize: 2,
  plate: null,
  campusName: '东校区',
  period: { from: '2026-11-23T00:00:00Z', until: '2026-11-23T10:00:00Z' },
  purpose: 'academic',
  reason: '交流',
  requestedAt: '2026-11-21T08:12:00Z',
  ...but,
});

export const aDetail = (id: string, but: Partial<ApprovalDetail> = {}): ApprovalDetail => ({
  ...aRow(id),
  unit: { id: 'u', name: '信息化办公室' },
  hostName: '杨思远',
  transport: 'foot',
  remark: null,
  party: [],
  steps: [],
  history: [],
  warning: null,
  earlierVisits: 0,
  can: { agree: true, refuse: true, handToLeader: true, mustHandToLeader: false },
  leaders: [{ id: 'zhao', name: '赵磊', title: '主任', unitName: '信息化办公室' }],
  nextHandler: null,
  ...but,
});
