import { describe, expect, it } from '@jest/globals';
import { takeEvents } from '../../kernel/aggregate-root.js';
import { Approval, type LeaderRule } from './approval.js';

const now = new Date('2026-11-23T01:00:00Z');
const wang = { id: 'wang', name: '王静' };
const li = { id: 'li', name: '李建国' };

function anApproval(rule: LeaderRule = 'host-may-add'): Approval {
  const approval = Approval.open('a1', { kind: 'visit', id: 'v1' }, wang, rule, now);
  takeEvents(approval);
  return approval;
}
const typesOf = (approval: Approval) => takeEvents(approval).map(({ type }) => type);

describe('an approval', () => {
  it('waits for the host first', () => {
    const approval = Approval.open('a1', { kind: 'visit', id: 'v1' }, wang, 'never', now);
    expect(takeEvents(approval)).toMatchObject([{ type: 'approval.step-opened', step: 'host', approverId: 'wang' }]);
  });

  it('is granted when the host agrees and no leader is needed', () => {
    const approval = anApproval();
    approval.agree(wang, '欢迎', null, now);
    expect(typesOf(approval)).toEqual(['approval.step-decided', 'approval.granted']);
  });

  it('goes on to the leader whom the host names, and is granted by him', () => {
    const approval = anApproval();
    approval.agree(wang, null, li, now);
    expect(typesOf(approval)).toEqual(['approval.step-decided', 'approval.step-opened']);
    approval.agree(li, null, null, now);
    expect(typesOf(approval)).toEqual(['approval.step-decided', 'approval.granted']);
  });

  it('needs a leader where the rules say always', () => {
    expect(() => anApproval('always').agree(wang, null, null, now)).toThrow('approval.leader-needed');
  });

  it('takes no leader where the rules say never', () => {
    expect(() => anApproval('never').agree(wang, null, li, now)).toThrow('approval.leader-not-allowed');
  });

  it('is refused by either, with a reason', () => {
    const approval = anApproval();
    expect(() => approval.refuse(wang, '  ', now)).toThrow('approval.opinion-needed');
    approval.refuse(wang, '当天不在校', now);
    expect(typesOf(approval)).toEqual(['approval.step-decided', 'approval.refused']);
  });

  it('is decided by its approvers alone, in turn, once', () => {
    const approval = anApproval();
    expect(() => approval.agree({ id: 'zhao', name: '赵强' }, null, null, now)).toThrow('approval.not-yours');
    expect(() => approval.agree(li, null, null, now)).toThrow('approval.not-yours');
    approval.agree(wang, null, li, now);
    expect(() => approval.agree(wang, null, null, now)).toThrow('approval.already-decided');
    approval.agree(li, null, null, now);
    expect(() => approval.refuse(li, '改主意了', now)).toThrow('approval.already-decided');
  });

  it('can no longer be decided once its visit is withdrawn', () => {
    const approval = anApproval();
    approval.withdraw(now);
    expect(() => approval.agree(wang, null, null, now)).toThrow('approval.already-decided');
  });

  it('reopened, lies with the host again, and keeps what was decided', () => {
    const approval = anApproval();
    approval.agree(wang, null, li, now);
    approval.reopen(wang, 'host-may-add', now);
    expect(() => approval.agree(li, null, null, now)).toThrow('approval.already-decided');
    typesOf(approval);
    approval.agree(wang, null, null, now);
    expect(typesOf(approval)).toEqual(['approval.step-decided', 'approval.granted']);
  });

  it('is sent back by whoever has to decide, stays his, and tells him when it comes again', () => {
    const approval = anApproval();
    expect(() => approval.sendBack('li', now)).toThrow('approval.not-yours');
    expect(approval.sendBack('wang', now)).toBe('王静');
    approval.resume(now);
    expect(typesOf(approval)).toEqual(['approval.sent-back', 'approval.step-opened']);
    approval.agree(wang, null, null, now);
    expect(() => approval.sendBack('wang', now)).toThrow('approval.already-decided');
  });

  it('whose host has left lies with a leader, who answers alone', () => {
    const approval = anApproval();
    typesOf(approval);
    approval.handOver('wang', [li], now);
    expect(typesOf(approval)).toEqual(['approval.step-left-behind', 'approval.step-opened']);
    expect(() => approval.agree(wang, null, null, now)).toThrow('approval.already-decided');
    approval.agree(li, null, null, now);
    expect(typesOf(approval)).toEqual(['approval.step-decided', 'approval.granted']);
  });

  it('is never handed to somebody who has decided in it, and stays when there is nobody', () => {
    const approval = anApproval();
    approval.agree(wang, null, li, now);
    typesOf(approval);
    approval.handOver('li', [wang], now);
    expect(typesOf(approval)).toEqual(['approval.step-left-behind']);
    approval.handOver('nobody', [wang], now);
    expect(typesOf(approval)).toEqual([]);
  });
});
