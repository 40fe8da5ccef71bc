import { type Claimant } from '../domain/events.js';
import { type Pass } from '../domain/pass.js';
import { type Presences } from './presences.js';

/** Keeps somebody's word that the holders of these passes left. False when none of them is inside. */
export async function presumeLeft(left: Pass[], by: Claimant, presences: Presences, now: Date): Promise<boolean> {
  const inside = await presences.lockInside(left.map(({ id }) => id));
  const news = inside.filter(({ confidence }) => confidence !== 'presumed-left').map(({ passId }) => passId);
  await presences.presumeLeft(news, by, now);
  for (const pass of left.filter(({ id }) => news.includes(id))) pass.noteDepartureClaim(by, now);
  return inside.length > 0;
}
