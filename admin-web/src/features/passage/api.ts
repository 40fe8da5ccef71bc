import {
  type AddDeviceInput,
  type DeviceRow,
  type PairingOffer,
  type PassageFilter,
  type PassagePage,
} from '@gatehouse/contract';
import { download } from '@/shared/download';
import { get, post } from '@/shared/http';

type Loose<T> = { [Name in keyof T]?: T[Name] | string };

export const fetchPassages = (filter: Loose<PassageFilter>) => get<PassagePage>('/api/passages', { ...filter });

export function exportPassages(
  filter: Loose<PassageFilter>,
  reason: string,
  signal: AbortSignal,
  onProgress: (received: number, expected: number) => void,
): Promise<string> {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value));
  return download('/api/passages/export', { body: { filter: given, reason }, signal, onProgress });
}

export const fetchDevices = () => get<DeviceRow[]>('/api/devices');
export const addDevice = (device: AddDeviceInput) => post<PairingOffer>('/api/devices', device);
export const revokeDevice = (id: string, reason: string) => post<void>(`/api/devices/${id}/revocation`, { reason });
