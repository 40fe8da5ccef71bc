import { type Direction } from '@gatehouse/contract';

/** An admitted passage of one pass, as far as order and place matter. */
export interface AdmittedPassage {
  id: string;
  at: number;
  direction: Direction;
  deviceId: string;
  offline: boolean;
}

const inOrder = (passages: readonly AdmittedPassage[]): AdmittedPassage[] =>
  [...passages].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

/**
 * The passages that cannot all be true beside this one: its neighbours in time went the same way at another device, and at
 * least one of the two was seen without the network. The same device knows what it does.
 */
export function overlapsWith(id: string, passages: readonly AdmittedPassage[]): string[] {
  const ordered = inOrder(passages);
  const at = ordered.findIndex((passage) => passage.id === id);
  const own = ordered[at];
  if (!own) return [];
  return [ordered[at - 1], ordered[at + 1]].flatMap((other) =>
    other && other.direction === own.direction && other.deviceId !== own.deviceId && (other.offline || own.offline)
      ? [other.id]
      : [],
  );
}
