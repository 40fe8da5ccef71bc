import { type VisitorConsent } from '@gatehouse/contract/consent';
import { type ErasureReceipt, type OwnData } from '@gatehouse/contract/own-data';
import { get, post } from '../../shared/http.ts';

export const ownData = () => get<OwnData>('/api/visitor/own-data');
export const consents = () => get<VisitorConsent[]>('/api/visitor/consents');
export const withdrawFace = () => post<unknown>('/api/visitor/consents/face/withdrawal');
export const erase = (key: string) =>
  post<ErasureReceipt>('/api/visitor/erasure', {}, { headers: { 'idempotency-key': key } });
