import {
  type AddDeviceInput,
  type DeviceRow,
  type PairingOffer,
  type PassageFilter,
  type PassagePage,
} from '@gatehouse/contract';
import { get, post } from '@/shared/http';

type Loose<T> = { [Name in keyof T]?: T[Name] | string };

export const fetchPassages = (filter: Loose<PassageFilter>) => get<PassagePage>('/api/passages', { ...filter });

export const fetchDevices = () => get<DeviceRow[]>('/api/devices');
export const addDevice = (device: AddDeviceInput) => post<PairingOffer>('/api/devices', device);
export const revokeDevice = (id: string, reason: string) => post<void>(`/api/devices/${id}/revocation`, { reason });
