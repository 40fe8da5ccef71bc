import { type ApprovalDetail, type ApprovalRow } from '@gatehouse/contract/approval';
import { type PeriodValue } from '@gatehouse/contract/common';
import { ref, shallowRef } from 'vue';
import { ApiError } from '../shared/http.ts';
import type * as api from './api.ts';

export type DecisionApi = Pick<typeof api, 'agree' | 'refuse' | 'approval' | 'approvals'>;

/** What came of it, told to the person who decided. */
export type Decided = { kind: 'agreed'; nextHandler: string | null } | { kind: 'refused' };

export interface NextToDo {
  row: ApprovalRow | null;
  count: number;
}

/** Counts decisions made on this page, so that the list knows when it is out of date. */
export const decisionsMade = ref(0);

/** Agreeing and refusing. A failed attempt keeps everything; one whose answer got lost is recognised when repeated. */
export function useDecision(id: string, { agree, refuse, approval, approvals }: DecisionApi) {
  const isSending = ref(false);
  const failure = shallowRef<ApiError>();
  const decided = shallowRef<Decided>();
  const nextToDo = shallowRef<NextToDo>();

  async function sendAgreement(
    detail: ApprovalDetail,
    opinion: string,
    leaderId: string,
    forVisitor = false,
    period?: PeriodValue,
  ): Promise<void> {
    const leader = detail.leaders.find((choice) => choice.id === leaderId);
    const input = {
      ...(opinion.trim() && { opinion: opinion.trim(), ...(forVisitor && { forVisitor }) }),
      ...(leader && { leaderId: leader.id }),
      ...(period && { period }),
    };
    const nextHandler = leader?.name ?? detail.nextHandler;
    await send(() => agree(id, input), { kind: 'agreed', nextHandler });
  }

  async function sendRefusal(opinion: string): Promise<void> {
    await send(() => refuse(id, { opinion: opinion.trim() }), { kind: 'refused' });
  }

  async function send(request: () => Promise<void>, outcome: Decided): Promise<void> {
    if (isSending.value) return;
    isSending.value = true;
    failure.value = undefined;
    try {
      await request();
      await settle(outcome);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (await wasDoneBefore(error, outcome)) await settle(outcome);
      else failure.value = error;
    } finally {
      isSending.value = false;
    }
  }

  async function wasDoneBefore(error: ApiError, outcome: Decided): Promise<boolean> {
    if (error.code !== 'approval.already-decided') return false;
    const now = await approval(id).catch(() => null);
    return now?.state === outcome.kind;
  }

  async function settle(outcome: Decided): Promise<void> {
    decided.value = outcome;
    decisionsMade.value += 1;
    const page = await approvals({ state: 'todo' }).catch(() => null);
    if (page) nextToDo.value = { row: page.items.find((row) => row.id !== id) ?? null, count: page.todoCount };
  }

  return { isSending, failure, decided, nextToDo, sendAgreement, sendRefusal };
}
