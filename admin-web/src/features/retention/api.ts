import {
  type HoldRow,
  type PlaceHoldInput,
  type RetentionRun,
  type RetentionView,
  type SetRetentionInput,
} from '@gatehouse/contract';
import { get, post } from '@/shared/http';

export const fetchRetention = () => get<RetentionView>('/api/retention');
export const setRetention = (input: SetRetentionInput) => post<RetentionView>('/api/retention', input);
export const runRetention = () => post<RetentionRun>('/api/retention/runs');
export const fetchHolds = (state: string) => get<HoldRow[]>('/api/holds', { state });
export const placeHold = (input: PlaceHoldInput) => post<{ id: string }>('/api/holds', input);
export const releaseHold = (id: string, reason: string) => post<void>(`/api/holds/${id}/release`, { reason });
