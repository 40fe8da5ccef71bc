import { type EquipmentFault } from '@gatehouse/contract';
import { linesOf, resultFields } from './lines.js';

export interface OrderResult {
  order: number;
  code: number;
}

const ACCEPTED_BY_MASTER = -5000;
const REPEATED = -7;
const NOT_THERE = -27;

/** Results of orders, matched by their number: what else devices write there differs from one to the next. */
export function readResults(body: string): OrderResult[] {
  return linesOf(body).flatMap((text) => {
    const { id, return: code } = resultFields(text);
    if (!id || !/^\d{1,15}$/.test(id.trim()) || !code || !/^-?\d{1,9}$/.test(code.trim())) return [];
    return [{ order: Number(id), code: Number(code) }];
  });
}

/** Null = the real result follows under the same number. */
export function faultOf(code: number, kind: string): { fault: EquipmentFault | null } | null {
  if (code === ACCEPTED_BY_MASTER) return null;
  if (code >= 0 || code === REPEATED || (code === NOT_THERE && kind === 'remove')) return { fault: null };
  if (code === -18 || code === -604) return { fault: 'full' };
  if (code === -13 || code === -708 || code === -629) return { fault: 'unsupported' };
  return { fault: kind === 'photo' ? 'photo-unfit' : 'rejected' };
}

const photoFaults: Record<string, EquipmentFault> = {
  D01E0001: 'no-face',
  D01E0002: 'face-covered',
  D01E0003: 'face-blurred',
  D01E0004: 'face-turned',
};

/** What a terminal complains of about a photo, and the order it came with. */
export function readPhotoError(line: string): { order: number; fault: EquipmentFault } | null {
  const [, code = ''] = /errcode=(\w{8})/.exec(line) ?? [];
  const [, order = ''] = /cmdid=(\d{1,15})/.exec(line) ?? [];
  if (!code || !order) return null;
  return { order: Number(order), fault: photoFaults[code] ?? 'photo-unfit' };
}
