import { type OpinionBook, type OpinionDraftInput, type OpinionKind } from '@gatehouse/contract/opinion';
import { shallowRef } from 'vue';
import { get, post } from '../shared/http.ts';

/** The own and the shared common opinions; undefined until they were read once. */
export const opinionBook = shallowRef<OpinionBook>();

export async function readOpinions(): Promise<void> {
  opinionBook.value = await get<OpinionBook>('/api/opinions');
}

/** Those of one kind, the own ones first. */
export const textsOf = (kind: OpinionKind): string[] => {
  const { own = [], shared = [] } = opinionBook.value ?? {};
  return [...new Set([...own, ...shared].filter((opinion) => opinion.kind === kind).map(({ text }) => text))];
};

const approvalPath = (id: string, what: string) => `/api/approvals/${encodeURIComponent(id)}/${what}`;

export const markSeen = (id: string) => post<void>(approvalPath(id, 'seen'));

const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** Keeps what is being written on the server, a moment after the last key. What fails is still on this phone. */
export function keepDraft(id: string, draft: OpinionDraftInput): void {
  const key = `${id}.${draft.intent}`;
  clearTimeout(timers.get(key));
  timers.set(
    key,
    setTimeout(() => void post<void>(approvalPath(id, 'draft'), draft).catch(() => undefined), 800),
  );
}

/** Nothing is sent any more for a decided one. */
export function dropDraft(id: string): void {
  for (const intent of ['agree', 'refuse']) clearTimeout(timers.get(`${id}.${intent}`));
}
