import type { Named, Text } from './common.js';
import type { Direction } from './passage.js';

/** Makes of gate devices that speak their own protocol. */
export const EQUIPMENT_VENDORS = ['zkteco', 'plate-camera', 'hikvision'] as const;
export type EquipmentVendor = (typeof EQUIPMENT_VENDORS)[number];

/** One door, barrier or reader of a device: where it stands and which way people pass it. */
export interface Lane {
  /** number of the door at the device, from 1; a plate camera has only 1 */
  door: number;
  gateId: string;
  /** `both` = the device says which way */
  direction: Direction | 'both';
}

/** Why something does not reach a device, or does not stay there. */
export const EQUIPMENT_FAULTS = {
  unreachable: { zh: '连不上设备', en: 'The device cannot be reached' },
  'login-refused': { zh: '设备拒绝了用户名或密码', en: 'The device refuses its user name or password' },
  'no-answer': { zh: '设备没有回报结果', en: 'The device has not reported a result' },
  'no-face': { zh: '设备在照片里找不到人脸', en: 'The device finds no face in the photo' },
  'face-covered': { zh: '照片里的人脸有遮挡', en: 'The face in the photo is covered' },
  'face-blurred': { zh: '照片不够清晰', en: 'The photo is not sharp enough' },
  'face-turned': { zh: '照片里的人脸角度太大', en: 'The face in the photo is turned away' },
  'photo-unfit': { zh: '设备不接受这张照片', en: 'The device does not accept this photo' },
  full: { zh: '设备存储已满', en: 'The memory of the device is full' },
  unsupported: { zh: '设备不支持此功能', en: 'The device does not support this' },
  rejected: { zh: '设备拒绝了指令', en: 'The device rejects the order' },
} as const satisfies Record<string, Text>;
export type EquipmentFault = keyof typeof EQUIPMENT_FAULTS;

/** GET /api/equipment → EquipmentRow[] (permission device.read, scoped). */
export interface EquipmentRow {
  /** the same as of its row in the device list */
  id: string;
  name: string;
  vendor: EquipmentVendor;
  serial: string;
  campus: Named;
  lanes: (Omit<Lane, 'gateId'> & { gate: Named })[];
  networks: string[];
  /** whether it recognises faces for us */
  faces: boolean;
  address: string | null;
  /** `closing` = revoked, while whoever is still on it is being removed */
  state: 'open' | 'closing';
  lastSeenAt: string | null;
  fault: EquipmentFault | null;
  people: { held: number; waiting: number; failed: number };
}

/** POST /api/equipment → EquipmentAdded (permission device.write). */
export interface AddEquipmentInput {
  name: string;
  campusId: string;
  vendor: EquipmentVendor;
  serial: string;
  lanes: Lane[];
  /** source addresses it may call from: addresses or CIDR blocks; a ZKTeco terminal needs at least one */
  networks: string[];
  faces?: boolean;
  /** `http(s)://host[:port]` of a Hikvision terminal, with the sign-in of its own web page */
  address?: string;
  user?: string;
  password?: string;
}
export interface EquipmentAdded {
  id: string;
  /** what has to be typed in at the device; shown only here where it holds a secret */
  setUp: { field: 'server' | 'address' | 'heartbeat'; value: string }[];
}

/** GET /api/equipment/:id/people → PersonOnDevice[] (permission passage.read, scoped): whom the device should know. */
export interface PersonOnDevice {
  id: string;
  /** masked */
  personName: string;
  visitNumber: string;
  /** the number the device knows the person by */
  number: number;
  until: string;
  state: PersonOnDeviceState;
  fault: EquipmentFault | null;
  attempts: number;
  changedAt: string;
}
/** `leaving` = to be removed, `stuck` = could not be removed: look at the device */
export type PersonOnDeviceState = 'waiting' | 'sent' | 'held' | 'failed' | 'leaving' | 'stuck' | 'gone';

/** POST /api/equipment/:id/people/:person/push and POST /api/equipment/:id/push → PushedAgain (permission device.write). */
export interface PushedAgain {
  people: number;
}
