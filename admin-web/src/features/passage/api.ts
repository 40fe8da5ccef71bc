import {
  type AddDeviceInput,
  type ChangeDeviceInput,
  type DeviceDetail,
  type DeviceRow,
  type PairingOffer,
  type PassageFilter,
  type PassagePage,
  type WipeDeviceInput,
} from '@gatehouse/contract';
import { get, post } from '@/shared/http';

type Loose<T> = { [Name in keyof T]?: T[Name] | string };

export const fetchPassages = (filter: Loose<PassageFilter>) => get<PassagePage>('/api/passages', { ...filter });

export const fetchDevices = () => get<DeviceRow[]>('/api/devices');
export const addDevice = (device: AddDeviceInput) => post<PairingOffer>('/api/devices', device);
export const revokeDevice = (id: string, reason: string) => post<void>(`/api/devices/${id}/revocation`, { reason });
export const fetchDevice = (id: string) => get<DeviceDetail>(`/api/devices/${id}`);
export const changeDevice = (id: string, change: ChangeDeviceInput) =>
  post<void>(`/api/devices/${id}/settings`, change);
export const rollDevice = (id: string) => post<void>(`/api/devices/${id}/roll`);
export const wipeDevice = (id: string, order: WipeDeviceInput) => post<void>(`/api/devices/${id}/wipe`, order);
