import {
  type Difference,
  type DryRun,
  type DryRunInput,
  type KeepDraftInput,
  type PolicyVersionRow,
  type PolicyView,
  type PublishPolicyInput,
  type QuotaUse,
  type ReturnToVersionInput,
} from '@gatehouse/contract';
import { get, post, send } from '@/shared/http';

const answer = async (sent: Promise<Response>): Promise<PolicyView> => (await (await sent).json()) as PolicyView;

export const fetchPolicy = () => get<PolicyView>('/api/policy');
export const fetchVersions = () => get<PolicyVersionRow[]>('/api/policy/versions');
export const fetchDifferences = (was: number, now: number) =>
  get<Difference[]>('/api/policy/differences', { was, now });
export const fetchQuotaUse = () => get<QuotaUse[]>('/api/policy/quotas');
export const keepDraft = (body: KeepDraftInput) => answer(send('PUT', '/api/policy/draft', { body }));
export const dropDraft = (revision: number) => answer(send('DELETE', '/api/policy/draft', { body: { revision } }));
export const dryRun = (input: DryRunInput) => post<DryRun>('/api/policy/dry-run', input);
export const publish = (input: PublishPolicyInput) => post<PolicyView>('/api/policy/publication', input);
export const returnTo = (version: number, input: ReturnToVersionInput) =>
  post<PolicyView>(`/api/policy/versions/${version}/return`, input);
export const withdraw = (version: number, reason: string) =>
  post<PolicyView>(`/api/policy/versions/${version}/withdrawal`, { reason });
