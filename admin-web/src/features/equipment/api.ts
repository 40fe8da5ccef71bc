import {
  type AddEquipmentInput,
  type EquipmentAdded,
  type EquipmentRow,
  type PersonOnDevice,
  type PushedAgain,
} from '@gatehouse/contract';
import { get, post } from '@/shared/http';

export const fetchEquipment = () => get<EquipmentRow[]>('/api/equipment');
export const addEquipment = (device: AddEquipmentInput) => post<EquipmentAdded>('/api/equipment', device);
export const fetchPeople = (id: string) => get<PersonOnDevice[]>(`/api/equipment/${id}/people`);
export const pushEverybody = (id: string) => post<PushedAgain>(`/api/equipment/${id}/push`, {});
export const pushPerson = (id: string, person: string) =>
  post<PushedAgain>(`/api/equipment/${id}/people/${person}/push`, {});
