import { type GuardSession } from '@gatehouse/contract';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { GuardPins, Guards, GuardSessions } from './guards.js';
import { MusterKeys } from './muster-keys.js';

const SHIFT_MS = 14 * 3_600_000;

/** A guard begins a shift on a device; the one before it ends. */
export class SignInGuard extends Command<GuardSession> {
  constructor(
    readonly device: { id: string; campusId: string; gateIds: string[] },
    readonly number: string,
    readonly pin: string,
  ) {
    super();
  }
}

@CommandHandler(SignInGuard)
export class SignInGuardHandler implements ICommandHandler<SignInGuard> {
  constructor(
    private readonly guards: Guards,
    private readonly pins: GuardPins,
    private readonly sessions: GuardSessions,
    private readonly muster: MusterKeys,
    private readonly clock: Clock,
  ) {}

  async execute({ device, number, pin }: SignInGuard): Promise<GuardSession> {
    const guard = await this.guards.withNumber(device.campusId, number);
    if (!guard) throw new DomainError('guard.not-recognised');
    const now = this.clock.now();
    guard.signIn(await this.pins.hash(guard.id, pin), device, now);
    const expiresAt = new Date(now.getTime() + SHIFT_MS);
    const token = await this.sessions.begin(guard.id, device.id, now, expiresAt);
    const keys = [await this.muster.at(device.campusId, now), await this.muster.at(device.campusId, expiresAt)];
    const musterKeys = new Map(keys.map(({ id, key }) => [id, Buffer.from(key).toString('base64url')]));
    return {
      token,
      guard: { id: guard.id, name: guard.name, role: guard.role },
      beganAt: now.toISOString(),
      expiresAt: expiresAt.toISOString(),
      musterKeys: [...musterKeys].map(([id, key]) => ({ id, key })),
    };
  }
}
