import { type Report } from '@gatehouse/contract';

/** The columns whose numbers make a picture, by kind of report. */
export function chartedColumns({ kind, columns }: Pick<Report, 'kind' | 'columns'>): number[] {
  if (kind === 'overstay' || kind === 'hour') return [];
  if (kind === 'daily') return [3, 5, 6];
  if (kind === 'refusal') return [1];
  return columns.flatMap((column, at) => (column.kind === 'number' ? [at] : [])).slice(0, 4);
}
