import { type AgreeInput, type RefuseInput } from '@gatehouse/contract/approval';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../shared/http.ts';
import { useDecision, type DecisionApi } from './decision.ts';
import { aDetail, aRow } from './support.ts';

const offline = new ApiError('network.offline', 0, 'no connection');
const alreadyDecided = new ApiError('approval.already-decided', 409, 'already decided', 'reload');

function aDecision(but: Partial<DecisionApi> = {}) {
  const sent: (AgreeInput | RefuseInput)[] = [];
  const send = (_: string, input: AgreeInput | RefuseInput) => Promise.resolve(void sent.push(input));
  const decision = useDecision('a1', {
    agree: send,
    refuse: send,
    approval: (id) => Promise.resolve(aDetail(id)),
    approvals: () => Promise.resolve({ items: [aRow('a1'), aRow('a2')], next: null, todoCount: 4 }),
    ...but,
  });
  return { decision, sent };
}

describe('agreeing', () => {
  it('sends the opinion without blanks around it, and none when there is none', async () => {
    const first = aDecision();
    await first.decision.sendAgreement(aDetail('a1'), ' 欢迎 ', '');
    expect(first.sent).toEqual([{ opinion: '欢迎' }]);
    const second = aDecision();
    await second.decision.sendAgreement(aDetail('a1'), '  ', '');
    expect(second.sent).toEqual([{}]);
  });

  it('may hand to a leader, and says who comes next', async () => {
    const { decision, sent } = aDecision();
    await decision.sendAgreement(aDetail('a1'), '', 'zhao');
    expect(sent).toEqual([{ leaderId: 'zhao' }]);
    expect(decision.decided.value).toEqual({ kind: 'agreed', nextHandler: '赵磊' });
  });

  it('names the next handler of the rules, or nobody when it was the last step', async () => {
    const followed = aDecision();
    await followed.decision.sendAgreement(aDetail('a1', { nextHandler: '周建' }), '', '');
    expect(followed.decision.decided.value).toEqual({ kind: 'agreed', nextHandler: '周建' });
    const last = aDecision();
    await last.decision.sendAgreement(aDetail('a1'), '', '');
    expect(last.decision.decided.value).toEqual({ kind: 'agreed', nextHandler: null });
  });

  it('offers the next to-do, never the one just decided', async () => {
    const { decision } = aDecision();
    await decision.sendAgreement(aDetail('a1'), '', '');
    expect(decision.nextToDo.value).toMatchObject({ row: { id: 'a2' }, count: 4 });
  });

  it('stands even when the next to-do cannot be fetched', async () => {
    const { decision } = aDecision({ approvals: () => Promise.reject(offline) });
    await decision.sendAgreement(aDetail('a1'), '', '');
    expect(decision.decided.value?.kind).toBe('agreed');
    expect(decision.nextToDo.value).toBeUndefined();
  });

  it('pressed twice is sent once', async () => {
    const { decision, sent } = aDecision();
    await Promise.all([decision.sendAgreement(aDetail('a1'), '', ''), decision.sendAgreement(aDetail('a1'), '', '')]);
    expect(sent).toHaveLength(1);
  });
});

describe('refusing', () => {
  it('sends the reason', async () => {
    const { decision, sent } = aDecision();
    await decision.sendRefusal(' 当天不在校。 ');
    expect(sent).toEqual([{ opinion: '当天不在校。' }]);
    expect(decision.decided.value).toEqual({ kind: 'refused' });
  });
});

describe('a decision that fails', () => {
  it('says why, is not taken for done, and can be sent again', async () => {
    let isDown = true;
    const { decision } = aDecision({ refuse: () => (isDown ? Promise.reject(offline) : Promise.resolve()) });
    await decision.sendRefusal('不在校');
    expect(decision.failure.value).toBe(offline);
    expect(decision.decided.value).toBeUndefined();
    expect(decision.isSending.value).toBe(false);
    isDown = false;
    await decision.sendRefusal('不在校');
    expect(decision.failure.value).toBeUndefined();
    expect(decision.decided.value?.kind).toBe('refused');
  });

  it('because it was taken otherwise meanwhile is told in words', async () => {
    const { decision } = aDecision({
      refuse: () => Promise.reject(alreadyDecided),
      approval: (id) => Promise.resolve(aDetail(id, { state: 'agreed' })),
    });
    await decision.sendRefusal('不在校');
    expect(decision.failure.value).toBe(alreadyDecided);
    expect(decision.decided.value).toBeUndefined();
  });

  it('because its first answer got lost counts as done', async () => {
    const { decision } = aDecision({
      refuse: () => Promise.reject(alreadyDecided),
      approval: (id) => Promise.resolve(aDetail(id, { state: 'refused' })),
    });
    await decision.sendRefusal('不在校');
    expect(decision.failure.value).toBeUndefined();
    expect(decision.decided.value).toEqual({ kind: 'refused' });
  });
});
