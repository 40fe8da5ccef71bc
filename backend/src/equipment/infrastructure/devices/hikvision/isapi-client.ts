import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DeviceFault, type KnownEquipment } from '../../../application/gate-devices.js';
import { SealedEquipmentSecrets } from '../../sealed-equipment-secrets.js';
import { type DigestChallenge, digestHeader, readChallenge } from './digest.js';

const PATIENCE_MS = 8_000;

interface Call {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  type?: string;
  body?: string | Buffer;
}

export interface IsapiAnswer {
  status: number;
  json: Record<string, unknown>;
}

interface Known {
  challenge: DigestChallenge;
  uses: number;
}

/** Speaks to a terminal with digest authentication. A challenge serves until the terminal asks for another one. */
@Injectable()
export class IsapiClient {
  private readonly known = new Map<string, Known>();

  constructor(private readonly secrets: SealedEquipmentSecrets) {}

  /** Throws `unreachable` or `login-refused`; every other answer is the caller's to judge. */
  async call(device: KnownEquipment, call: Call): Promise<IsapiAnswer> {
    const first = await this.send(device, call, this.known.get(device.id));
    if (first.status !== 401) return this.answer(first);
    const challenge = readChallenge(first.headers.get('www-authenticate') ?? '');
    await first.body?.cancel();
    if (!challenge) throw new DeviceFault('login-refused');
    const known = { challenge, uses: 0 };
    this.known.set(device.id, known);
    const second = await this.send(device, call, known);
    if (second.status === 401) {
      this.known.delete(device.id);
      throw new DeviceFault('login-refused');
    }
    return this.answer(second);
  }

  private async send(device: KnownEquipment, { method, path, type, body }: Call, known?: Known): Promise<Response> {
    if (!device.address || !device.loginSealed) throw new DeviceFault('unreachable');
    const headers: Record<string, string> = { ...(type && { 'content-type': type }) };
    if (known) {
      const login = await this.secrets.openLogin(device.id, device.loginSealed);
      const nc = (known.uses += 1).toString(16).padStart(8, '0');
      const cnonce = randomBytes(16).toString('hex');
      headers.authorization = digestHeader(known.challenge, { ...login, method, uri: path, nc, cnonce });
    }
    const init = { method, headers, redirect: 'error' as const, signal: AbortSignal.timeout(PATIENCE_MS) };
    // Without an answer to a challenge the body is not shown: it would be sent twice, to whoever asks.
    const sent = known && body !== undefined ? { ...init, body: typeof body === 'string' ? body : new Uint8Array(body) } : init; // prettier-ignore
    return fetch(`${device.address}${path}`, sent).catch(() => {
      throw new DeviceFault('unreachable');
    });
  }

  private async answer(response: Response): Promise<IsapiAnswer> {
    const json = (await response.json().catch(() => ({}))) as Record<string, unknown> | null;
    return { status: response.status, json: json && typeof json === 'object' ? json : {} };
  }
}
