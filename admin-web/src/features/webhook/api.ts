import {
  type KeepWebhookInput,
  type WebhookCallRow,
  type WebhookCallState,
  type WebhookInput,
  type WebhookRow,
  type WebhookSecret,
} from '@gatehouse/contract';
import { get, post, send } from '@/shared/http';

export const fetchWebhooks = () => get<WebhookRow[]>('/api/webhooks');
export const addWebhook = (input: WebhookInput) => post<WebhookSecret>('/api/webhooks', input);
export const keepWebhook = (id: string, input: KeepWebhookInput) => send('PUT', `/api/webhooks/${id}`, { body: input });
export const rollSecret = (id: string) => post<WebhookSecret>(`/api/webhooks/${id}/secret`);
export const sendTest = (id: string) => post(`/api/webhooks/${id}/test`);
export const removeWebhook = (id: string) => send('DELETE', `/api/webhooks/${id}`);
export const fetchCalls = (state: WebhookCallState | '') =>
  get<WebhookCallRow[]>('/api/webhooks/calls', { state: state || undefined });
export const retryCall = (id: string) => post(`/api/webhooks/calls/${id}/retry`);
