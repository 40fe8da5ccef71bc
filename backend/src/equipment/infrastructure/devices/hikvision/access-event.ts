import { type Part } from './multipart.js';

/** What a terminal reports of one moment at a door. */
export interface AccessEvent {
  deviceSerial: string | null;
  isHeartbeat: boolean;
  at: Date | null;
  door: number;
  serial: number;
  subType: number;
  /** the number the terminal knows the person by; empty when none */
  person: string;
  /** the text of a code that was shown; empty when none */
  code: string;
  /** the terminal waits for our answer */
  asks: boolean;
  /** what the terminal did after an answer of ours; null for everything else */
  followsAnswer: boolean;
}

/** Minor types, as public descriptions list them. */
const FACE_ACCEPTED = 0x4b;
const ACCEPTED = new Set([0x01, 0x26, FACE_ACCEPTED]);
const DENIED = new Set([0x06, 0x08, 0x09, 0x27, 0x4c, 0x71]);

export const isAccepted = ({ subType }: AccessEvent): boolean => ACCEPTED.has(subType);
export const isDenied = ({ subType }: AccessEvent): boolean => DENIED.has(subType);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number => (typeof value === 'number' && Number.isSafeInteger(value) ? value : 0);
const object = (value: unknown): Record<string, unknown> =>
  value && typeof value === 'object' ? (value as Record<string, unknown>) : {};

/** The JSON of a listener's body, which may stand alone or as a part beside pictures. Pictures are never read. */
export function eventText(parts: Part[], body: Buffer): string {
  const part = parts.find(({ type, content }) => type.includes('json') || content.subarray(0, 1).toString() === '{');
  return (part?.content ?? body).toString('utf8');
}

/** Null for what is no event of a terminal. */
export function readEvent(json: string): AccessEvent | null {
  let said: Record<string, unknown>;
  try {
    said = object(JSON.parse(json));
  } catch {
    return null;
  }
  const type = text(said.eventType).toLowerCase();
  if (type !== 'heartbeat' && type !== 'accesscontrollerevent') return null;
  return eventOf(object(said.AccessControllerEvent), text(said.dateTime), text(said.deviceID), type === 'heartbeat');
}

/** One entry of the terminal's own log. */
export const readLogEntry = (entry: unknown): AccessEvent => {
  const fields = object(entry);
  const { minor, ...rest } = fields;
  return eventOf({ ...rest, subEventType: minor }, text(fields.time), '', false);
};

function eventOf(event: Record<string, unknown>, time: string, device: string, isHeartbeat: boolean): AccessEvent {
  const at = Date.parse(time);
  return {
    deviceSerial: device || null,
    isHeartbeat,
    at: /^\d{4}-\d\d-\d\dT/.test(time) && !Number.isNaN(at) ? new Date(at) : null,
    door: number(event.doorNo) || 1,
    serial: number(event.serialNo),
    subType: number(event.subEventType),
    person: text(event.employeeNoString),
    code: text(event.QRCodeInfo),
    asks: event.remoteCheck === true,
    followsAnswer: event.remoteCheckResult !== undefined,
  };
}
