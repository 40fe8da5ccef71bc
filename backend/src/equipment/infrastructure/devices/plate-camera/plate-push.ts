/** What a camera says of one car. The pictures it may send along are never read. */
export interface PlateReading {
  serial: string;
  plateId: number;
  plate: string;
  at: Date;
  /** stored while the camera could not reach us; it has opened or not opened by itself */
  isStored: boolean;
  openedAlone: boolean;
  isFake: boolean;
  trigger: number;
}

const LONGEST_PLATE = 32;
const WHITE_LIST = 2;

const part = (value: unknown, name: string): unknown =>
  value && typeof value === 'object' ? (value as Record<string, unknown>)[name] : undefined;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

/** Null for everything that is no recognition of a plate. */
export function readPlatePush(body: string): PlateReading | null {
  const info = part(parsed(body), 'AlarmInfoPlate');
  const result = part(part(info, 'result'), 'PlateResult');
  const serial = text(part(info, 'serialno'));
  const plate = text(part(result, 'license')).slice(0, LONGEST_PLATE);
  const seconds = number(part(part(part(result, 'timeStamp'), 'Timeval'), 'sec'));
  if (!serial || !plate || seconds <= 0 || seconds > 8_000_000_000) return null;
  const outputs = part(result, 'gioouts');
  return {
    serial,
    plateId: Math.trunc(number(part(result, 'plateid'))),
    plate,
    at: new Date(seconds * 1000),
    isStored: number(part(result, 'isoffline')) === 1,
    openedAlone: Array.isArray(outputs) && outputs.some((output) => number(part(output, 'ctrltype')) === WHITE_LIST),
    isFake: number(part(result, 'is_fake_plate')) === 1,
    trigger: number(part(result, 'triggerType')),
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
