import { type BookingInfo, type GateRow } from '@gatehouse/contract';
import { type Poster } from './layout';

/** What stands on the poster of a gate. */
export const posterOf = (gate: GateRow, { organisation, organisationEn }: BookingInfo): Poster => ({
  organisation,
  organisationEn,
  campus: gate.campus.name,
  campusEn: gate.campus.nameEn,
  gate: gate.name,
  gateEn: gate.nameEn,
  address: gate.address,
});

export const groupByCampus = (gates: GateRow[], locale: string): { name: string; gates: GateRow[] }[] =>
  [...new Map(gates.map(({ campus }) => [campus.id, campus])).values()].map(({ id, name, nameEn }) => ({
    name: locale === 'en' ? nameEn : name,
    gates: gates.filter(({ campus }) => campus.id === id),
  }));
