import {
  type BundleContent,
  type BundleKey,
  type GateChoice,
  type Named,
  type SignedBundle,
} from '@gatehouse/contract';
import { BUNDLE_HORIZON_HOURS } from '@gatehouse/contract/bundle/format';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { Campuses, Hosts } from '../../directory/public.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { Rules } from '../../policy/public.js';
import { gatePolicy } from '../domain/gate-policy.js';
import { BundleSigner } from './bundle-signer.js';
import { PassIssuer } from './pass-issuer.js';
import { PublishBundle } from './publish-bundle.js';

const HOUR_MS = 3_600_000;

/** The signed bundle of a campus, whole or from a version on. */
@Injectable()
export class GateBundleQuery {
  constructor(
    private readonly commands: CommandBus,
    private readonly database: Database,
    private readonly hosts: Hosts,
    private readonly campuses: Campuses,
    private readonly rules: Rules,
    private readonly issuer: PassIssuer,
    private readonly signer: BundleSigner,
  ) {}

  async of(campusId: string, since: number | null): Promise<SignedBundle> {
    const { publishedAt, ...items } = await this.commands.execute(new PublishBundle(campusId, since));
    const campus = await this.hosts.campus(campusId);
    if (!campus) throw new DomainError('request.not-found');
    const { settings, closings } = await this.rules.current();
    const ofCampus = closings.filter((one) => one.campusId === campusId);
    const content: BundleContent = {
      format: 1,
      campus: { id: campus.id, name: campus.name, number: campus.number },
      madeAt: publishedAt.toISOString(),
      horizonUntil: new Date(publishedAt.getTime() + BUNDLE_HORIZON_HOURS * HOUR_MS).toISOString(),
      policy: gatePolicy({ settings, closings: ofCampus }),
      gates: await this.gates(campusId),
      issuerKeys: listed(await this.issuer.publicKeys()),
      bundleKeys: listed(await this.signer.publicKeys()),
      campuses: await this.numbered(),
      ...items,
    };
    return this.signer.sign(content);
  }

  private gates(campusId: string): Promise<GateChoice[]> {
    return this.database.rows(sql<GateChoice>`
      select gate_id as id, name, name_en as "nameEn" from gate_of_campus where campus_id = ${campusId} order by sort, gate_id
    `);
  }

  private async numbered(): Promise<(Named & { number: number })[]> {
    const all = await this.campuses.all();
    const facts = await Promise.all(all.map(({ id }) => this.hosts.campus(id)));
    return facts.flatMap((campus) => (campus ? [{ id: campus.id, name: campus.name, number: campus.number }] : []));
  }
}

const listed = (keys: Map<number, Uint8Array>): BundleKey[] =>
  [...keys].map(([id, key]) => ({ id, publicKey: Buffer.from(key).toString('base64url') }));
