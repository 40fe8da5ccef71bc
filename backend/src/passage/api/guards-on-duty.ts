import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { type DevicePrincipal } from '../../platform/http/access.js';
import { type GuardOnDuty, GuardSessions } from '../application/guards.js';

/** The header that names the shift: `Gatehouse-Guard: <token>`. */
export const GUARD_HEADER = 'gatehouse-guard';

/** Who stands at the device. */
@Injectable()
export class GuardsOnDuty {
  constructor(private readonly sessions: GuardSessions) {}

  async needed(token: string | undefined, device: DevicePrincipal): Promise<GuardOnDuty> {
    const guard = await this.perhaps(token, device);
    if (!guard) throw new DomainError('guard.sign-in-needed');
    return guard;
  }

  perhaps(token: string | undefined, { id }: DevicePrincipal): Promise<GuardOnDuty | null> {
    return token ? this.sessions.onDuty(token, id) : Promise.resolve(null);
  }
}
