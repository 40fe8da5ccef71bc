import { type PolicySettings } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { differences } from '../domain/dials.js';
import { type KnownVersion, Policies } from './policies.js';

interface Publication {
  by: string;
  reason: string;
  /** null = at once */
  startsAt: Date | null;
  returnsTo?: number;
}

const YEAR_MS = 366 * 86_400_000;

/** Makes a version out of settings. Later versions win, so nothing may start before one that waits. */
@Injectable()
export class PolicyPublisher {
  constructor(
    private readonly policies: Policies,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Throws unless the newest version is in force, the start is ahead, and something is different. */
  async publish(
    newest: KnownVersion,
    settings: PolicySettings,
    { by, reason, startsAt, returnsTo = undefined }: Publication,
  ): Promise<void> {
    const now = this.clock.now();
    if (newest.activeFrom > now) throw new DomainError('policy.version-scheduled');
    if (startsAt && (startsAt <= now || startsAt.getTime() > now.getTime() + YEAR_MS))
      throw new DomainError('request.invalid', {}, [{ path: 'startsAt', code: 'policy.start-past' }]);
    const changed = differences(newest.settings, settings);
    if (changed.length === 0) throw new DomainError('policy.nothing-changed');
    const [id, version] = [this.ids.uuid(), newest.version + 1];
    await this.policies.add(
      { id, version, settings, activeFrom: startsAt ?? now, by, reason, returnsTo: returnsTo ?? null },
      changed,
    );
  }
}
