import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type PolicySettings } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { Ids } from '../../kernel/ids.js';
import { Database } from '../../platform/database/database.js';
import { Settings } from '../../platform/settings.js';
import { withLaterSettings } from '../domain/later-settings.js';
import { presets } from '../domain/presets.js';
import { type ActivePolicy, Rules } from '../public.js';
import { closingsAfter, knownCalendar } from './known-calendar.js';

const FRESH_MS = 2_000;

interface Stored {
  version: number;
  settings: PolicySettings;
}

/** Faces stay off until the office switches them on; the demo shows them. */
const firstVersion = ({ PRESET, isDemo }: Settings): PolicySettings => {
  const preset = presets[PRESET];
  return { ...preset, face: { ...preset.face, enabled: preset.face.enabled && isDemo } };
};

/**
 * The newest version that is active. The first start writes version 1 from the preset; a demo started with the other
 * preset switches to it. Read at most every two seconds: a switch acts at once for people, and costs the gate nothing.
 */
@Injectable()
export class StoredRules extends Rules {
  private known: { policy: Promise<ActivePolicy>; readAt: number } | null = null;

  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    super();
  }

  current(): Promise<ActivePolicy> {
    const now = performance.now();
    if (!this.known || now - this.known.readAt > FRESH_MS) {
      const policy = this.read();
      this.known = { policy, readAt: now };
      policy.catch(() => (this.known = null));
    }
    return this.known.policy;
  }

  private async read(): Promise<ActivePolicy> {
    const { version, settings } = await this.inForce();
    const [calendar, closings] = [
      await knownCalendar(this.database),
      await closingsAfter(this.database, this.clock.now()),
    ];
    return { version, settings, calendar, closings };
  }

  private async inForce(): Promise<Stored> {
    const stored = await this.newest();
    const wanted = firstVersion(this.settings);
    if (stored && (stored.settings.preset === wanted.preset || !this.settings.isDemo)) return stored;
    const version = (stored?.version ?? 0) + 1;
    await this.database.run(sql`
      insert into policy_version (id, version, settings, active_from, created_by)
      values (${this.ids.uuid()}, ${version}, ${JSON.stringify(wanted)}, ${this.clock.now()}, 'preset') on conflict do nothing
    `);
    return (await this.newest()) ?? { version, settings: wanted };
  }

  private async newest(): Promise<Stored | null> {
    const stored = await this.database.first(sql<{ version: number; settings: PolicySettings }>`
      select version, settings from policy_version 
      where active_from <= ${this.clock.now()} and withdrawn_at is null order by version desc limit 1
    `);
    return stored && { ...stored, settings: withLaterSettings(stored.settings) };
  }
}
