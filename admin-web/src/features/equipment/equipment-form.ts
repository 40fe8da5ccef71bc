import { type AddEquipmentInput, type EquipmentVendor, type Lane } from '@gatehouse/contract';

/** A device as it is being typed in. */
export interface EquipmentForm {
  vendor: EquipmentVendor;
  name: string;
  serial: string;
  campusId: string;
  lanes: Lane[];
  /** addresses, one a line or with commas between */
  networks: string;
  faces: boolean;
  address: string;
  user: string;
  password: string;
}

export const emptyLane = (door: number): Lane => ({ door, gateId: '', direction: 'entry' });

export const emptyForm = (): EquipmentForm => ({
  vendor: 'zkteco',
  name: '',
  serial: '',
  campusId: '',
  lanes: [emptyLane(1)],
  networks: '',
  faces: false,
  address: '',
  user: '',
  password: '',
});

export const networksOf = (typed: string): string[] => typed.split(/[\s,，;；]+/).filter(Boolean);

/** Whether everything the make needs has been typed. */
export function isComplete(form: EquipmentForm): boolean {
  const common = form.name.trim() && form.serial.trim() && form.campusId && form.lanes.every(({ gateId }) => gateId);
  if (!common) return false;
  if (form.vendor === 'zkteco') return networksOf(form.networks).length > 0;
  return form.vendor !== 'hikvision' || Boolean(form.address.trim() && form.user && form.password);
}

/** What is sent: nothing that the make does not know. */
export function toInput(form: EquipmentForm): AddEquipmentInput {
  const { vendor, campusId, lanes, faces, user, password } = form;
  const isCamera = vendor === 'plate-camera';
  return {
    vendor,
    campusId,
    name: form.name.trim(),
    serial: form.serial.trim(),
    lanes: isCamera ? lanes.slice(0, 1) : lanes,
    networks: networksOf(form.networks),
    faces: !isCamera && faces,
    ...(vendor === 'hikvision' && { address: form.address.trim(), user, password }),
  };
}
