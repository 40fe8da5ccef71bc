import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '../../kernel/domain-error.js';
import { actAs } from '../scope.js';
import { ACCESS, type Access, type Principal, type RequestWithPrincipal, within } from './access.js';
import { Authenticators } from './authenticators.js';

/** Denies unless the route declares who may call it and the request proves to be that. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticators: Authenticators,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw new DomainError('auth.not-permitted');
    if (access.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<RequestWithPrincipal>();
    const principal = await this.authenticators.principalOf(access.kind, request);
    if (!principal) throw new DomainError(unproven[access.kind]);
    if (access.kind === 'staff' && access.permission && !holds(principal, access.permission))
      throw new DomainError('auth.not-permitted');
    request.principal =
      access.kind === 'staff' && access.permission && principal.kind === 'staff'
        ? within(principal, access.permission)
        : principal;
    actAs({ kind: principal.kind, ...actorOf(principal) });
    return true;
  }
}

const unproven = {
  staff: 'auth.sign-in-needed',
  visitor: 'auth.sign-in-needed',
  device: 'auth.device-unknown',
  client: 'auth.signature-wrong',
} as const;

const holds = (principal: Principal, permission: string): boolean =>
  principal.kind === 'staff' && principal.permissions.some((held) => held === permission);

function actorOf(principal: Principal): { id: string; name: string } {
  // A visitor appears in the audit by a keyed index, never by name or number.
  if (principal.kind === 'visitor') return { id: principal.mobileIndex.toString('hex'), name: '' };
  return { id: principal.id, name: principal.name };
}
