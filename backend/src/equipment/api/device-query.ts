import { DomainError } from '../../kernel/domain-error.js';

/** What terminals of the PUSH family put into the address. Names are theirs. */
export interface DeviceQuery {
  serial: string;
  table: string;
  tableName: string;
  count: number;
  asks: boolean;
}

/** Reads by hand: terminals add parameters of their own, which are left out and not refused. */
export function readDeviceQuery(query: unknown): DeviceQuery {
  const given = (query ?? {}) as Record<string, unknown>;
  const word = (name: string) => {
    const value = given[name];
    return typeof value === 'string' && /^[\w.-]{1,64}$/.test(value) ? value : '';
  };
  const serial = word('SN');
  if (!serial) throw new DomainError('auth.device-unknown');
  const count = Number(word('count'));
  return {
    serial,
    table: word('table'),
    tableName: word('tablename'),
    count: Number.isSafeInteger(count) ? count : 0,
    asks: word('AuthType') !== '',
  };
}
