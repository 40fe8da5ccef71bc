import { type IncidentRow, type IncidentScan } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { sql } from 'kysely';

type StoredScan = Omit<IncidentScan, 'claimed' | 'annulled' | 'bundleAgeSeconds'> & {
  bundleMadeAt: string | null;
  annulledAt: string | null;
  annulledBy: string | null;
  annulReason: string | null;
};

export interface IncidentSqlRow {
  id: string;
  kind: IncidentRow['kind'];
  state: IncidentRow['state'];
  found_at: Date;
  campus_id: string;
  campus_name: string;
  person_name: string | null;
  visit_id: string | null;
  visit_number: string | null;
  emergency_id: string | null;
  claims: Record<string, IncidentScan['claimed']>;
  scans: StoredScan[] | null;
  finding: NonNullable<IncidentRow['closing']>['finding'] | null;
  finding_note: string | null;
  closed_by_name: string | null;
  closed_at: Date | null;
}

/** What is read of an incident `i` on campus `c` about pass `p`, its passages included. */
export const incidentColumns = sql`
  i.id, i.kind, i.state, i.found_at, i.campus_id, c.name as campus_name, p.person_name, i.visit_id,
  p.display ->> 'visitNumber' as visit_number, i.emergency_id, i.claims, i.finding, i.finding_note, i.closed_by_name, i.closed_at,
  (select jsonb_agg(jsonb_build_object(
     'passageId', f.id, 'at', f.at, 'learnedAt', f.learned_at, 'direction', f.direction, 'outcome', f.outcome,
     'gate', jsonb_build_object('id', g.id, 'name', g.name), 'deviceName', d.name, 'by', f.outcome_by,
     'skewSeconds', f.skew_seconds, 'offline', f.offline, 'verdict', f.verdict, 'reason', f.reason,
     'serverReason', f.evidence ->> 'server', 'forced', f.forced, 'credential', f.credential, 'plate', f.plate,
     'bundleMadeAt', f.evidence ->> 'bundleMadeAt', 'bundleVersion', f.bundle_version, 'annulledAt', f.annulled_at,
     'annulledBy', f.annulled_by, 'annulReason', f.annul_reason) order by f.at, f.id)
   from passage f join gate g on g.id = f.gate_id join device d on d.id = f.device_id
   where f.campus_id = i.campus_id and f.id = any(i.passage_ids)) as scans`;

export const incidentRow = (row: IncidentSqlRow): IncidentRow => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  foundAt: row.found_at.toISOString(),
  campus: { id: row.campus_id, name: row.campus_name },
  personName: row.person_name && maskName(row.person_name),
  visitId: row.visit_id,
  visitNumber: row.visit_number,
  emergencyId: row.emergency_id,
  scans: (row.scans ?? []).map((scan) => scanOf(scan, row.claims[scan.passageId] ?? null)),
  closing: closingOf(row),
});

function scanOf(
  { bundleMadeAt, annulledAt, annulledBy, annulReason, ...scan }: StoredScan,
  claimed: IncidentScan['claimed'],
): IncidentScan {
  const at = new Date(scan.at);
  return {
    ...scan,
    at: at.toISOString(),
    learnedAt: new Date(scan.learnedAt).toISOString(),
    claimed,
    bundleAgeSeconds: bundleMadeAt && Math.max(0, Math.round((at.getTime() - Date.parse(bundleMadeAt)) / 1000)),
    annulled: annulledAt && {
      by: annulledBy ?? '',
      reason: annulReason ?? '',
      at: new Date(annulledAt).toISOString(),
    },
  } as IncidentScan;
}

function closingOf({ finding, closed_at, finding_note, closed_by_name }: IncidentSqlRow): IncidentRow['closing'] {
  if (!finding || !closed_at) return null;
  return { finding, note: finding_note ?? '', by: closed_by_name ?? '', at: closed_at.toISOString() };
}
