import { type ReportLink } from '@gatehouse/contract';
import { type RouteLocationRaw } from 'vue-router';

/** Where the rows behind a number are. */
export const placeOf = ({ page, query }: ReportLink): RouteLocationRaw =>
  page === 'visit' ? { name: 'visit', params: { id: query.id } } : { name: page, query };

/** A number against the one it is compared with, such as `+12 %`; nothing where that says nothing. */
export function changeOf(now: number | null, before: number | null | undefined): string {
  if (now === null || before === null || before === undefined) return '';
  if (now === before) return '±0';
  if (before === 0) return `+${now}`;
  const share = Math.round(((now - before) / before) * 100);
  return `${share > 0 ? '+' : share < 0 ? '−' : '±'}${Math.abs(share)}%`;
}

/** The days of a choice, counted back from today. */
export const presetDays = { today: [0, 0], yesterday: [-1, -1], week: [-6, 0], month: [-29, 0] } as const;
