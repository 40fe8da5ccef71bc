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
import { ApiError, get, post, remove } from '../../shared/http.ts';

const base = '/api/gate/v1';

/** A guard and a visitor are waiting: after this long the network counts as gone. */
const patience = 8_000;

export type DeviceKey = Pick<DeviceIdentity, 'deviceId' | 'secret'>;
export type GateApi = ReturnType<typeof gateApi>;

export const initialize = (input: InitializeInput) => post<DeviceIdentity>(`${base}/devices/initialize`, input);

type Method = 'GET' | 'POST' | 'DELETE';
export type GateCall = <T>(method: Method, path: string, body?: unknown, milliseconds?: number) => Promise<T>;

/**
 * The calls of a paired device. `onRevoked` hears of it when the server no longer knows the device. `guard`: what the
 * signed-in guard shows with every request.
 */
export function gateApi(
  key: () => DeviceKey,
  onRevoked: () => void,
  guard: () => string | undefined = () => undefined,
) {
  function headersOf(): Record<string, string> {
    const { deviceId, secret } = key();
    const token = guard();
    return { authorization: `Device ${deviceId}.${secret}`, ...(token && { 'gatehouse-guard': token }) };
  }

  const call: GateCall = async <T>(method: Method, path: string, body?: unknown, milliseconds = patience) => {
    const options = { headers: headersOf(), timeout: milliseconds };
    try {
      if (method === 'GET') return await get<T>(base + path, options);
      if (method === 'DELETE') return await remove<T>(base + path, options);
      return await post<T>(base + path, body, options);
    } catch (error) {
      if (error instanceof ApiError && error.code === 'auth.device-unknown') onRevoked();
      throw error;
    }
  };

  /** The photo beside a verdict, null when there is none. A guard never waits for it. */
  async function photoOf(passage: string): Promise<Blob | null> {
    if (!passage) return null;
    const address = `${base}/passages/${encodeURIComponent(passage)}/photo`;
    const answer = await fetch(address, { headers: headersOf() }).catch(() => null);
    return answer?.ok ? answer.blob() : null;
  }

  return {
    call,
    photoOf,
    heartbeat: (input: HeartbeatInput) => call<HeartbeatAnswer>('POST', '/devices/heartbeat', input),
    askVerdict: (input: AskVerdictInput, milliseconds?: number) =>
      call<VerdictAnswer>('POST', '/verdicts', input, milliseconds),
    confirmPassage: (passage: string, input: ConfirmPassageInput) =>
      call<OutcomeAnswer>('POST', `/passages/${encodeURIComponent(passage)}/outcome`, input),
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
