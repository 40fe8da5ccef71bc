import {
  type AskVerdictInput,
  type ConfirmPassageInput,
  type DeviceIdentity,
  type HeartbeatAnswer,
  type HeartbeatInput,
  type InitializeInput,
  type OutcomeAnswer,
  type VerdictAnswer,
} from '@gatehouse/contract/passage';
import { ApiError, post } from '../../shared/http.ts';

const base = '/api/gate/v1';

/** A guard and a visitor are waiting: after this long the network counts as gone. */
const patience = 8_000;

export type DeviceKey = Pick<DeviceIdentity, 'deviceId' | 'secret'>;
export type GateApi = ReturnType<typeof gateApi>;

export const initialize = (input: InitializeInput) => post<DeviceIdentity>(`${base}/devices/initialize`, input);

/** The calls of a paired device. `onRevoked` hears of it when the server no longer knows the device. */
export function gateApi(key: () => DeviceKey, onRevoked: () => void) {
  async function call<T>(path: string, body: unknown): Promise<T> {
    const { deviceId, secret } = key();
    const headers = { authorization: `Device ${deviceId}.${secret}` };
    try {
      return await post<T>(base + path, body, { headers, timeout: patience });
    } catch (error) {
      if (error instanceof ApiError && error.code === 'auth.device-unknown') onRevoked();
      throw error;
    }
  }

  /** The photo beside a verdict, null when there is none. A guard never waits for it. */
  async function photoOf(passage: string): Promise<Blob | null> {
    const { deviceId, secret } = key();
    const headers = { authorization: `Device ${deviceId}.${secret}` };
    const answer = await fetch(`${base}/passages/${encodeURIComponent(passage)}/photo`, { headers }).catch(() => null);
    return answer?.ok ? answer.blob() : null;
  }

  return {
    photoOf,
    heartbeat: (input: HeartbeatInput) => call<HeartbeatAnswer>('/devices/heartbeat', input),
    askVerdict: (input: AskVerdictInput) => call<VerdictAnswer>('/verdicts', input),
    confirmPassage: (passage: string, input: ConfirmPassageInput) =>
      call<OutcomeAnswer>(`/passages/${encodeURIComponent(passage)}/outcome`, input),
  };
}

/**
 * Whether the same request may succeed later: no connection, a server in trouble, or something between (a captive
 * portal, a cut-off answer) that is no answer of the server at all.
 */
export function mayWorkLater(error: unknown): boolean {
  if (!(error instanceof ApiError)) return true;
  return error.isOffline || error.status >= 500 || error.status === 429 || error.status === 408;
}
