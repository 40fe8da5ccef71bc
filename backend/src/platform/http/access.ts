import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  SetMetadata,
  UnauthorizedException,
} from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { type DeviceProfile, type Permission as PermissionName, type Role } from '@gatehouse/contract';
import { type FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';
import { KIND_MARK } from './described.js';

export type { PermissionName };

/** Campuses and units within which something may be seen or done; null = everywhere. */
export interface StaffScope {
  campusIds: string[] | null;
  unitIds: string[] | null;
}

/**
 * A signed-in member of staff. `campusIds` and `unitIds` bound the permission that the route asks for, by those grants only
 * that carry it; without such a grant they hold nothing. `scopes` has the bounds of the other permissions.
 */
export interface StaffPrincipal extends StaffScope {
  kind: 'staff';
  id: string;
  number: string;
  name: string;
  roles: Role[];
  permissions: PermissionName[];
  scopes: Partial<Record<PermissionName, StaffScope>>;
}

/** The same person within the bounds of one permission. */
export const within = (staff: StaffPrincipal, permission: PermissionName): StaffPrincipal => ({
  ...staff,
  ...(staff.scopes[permission] ?? nowhere),
});

const nowhere: StaffScope = { campusIds: [], unitIds: [] };

/** For what concerns the whole university: whoever is bound to a campus or unit must not do it. */
export function requireUnbound({ campusIds, unitIds }: StaffPrincipal): void {
  if (campusIds !== null || unitIds !== null) throw new DomainError('auth.not-permitted');
}

/** For what belongs to one campus as a whole: whoever is bound to a unit, or to another campus, must not do it. */
export function requireCampus({ campusIds, unitIds }: StaffPrincipal, campusId: string): void {
  if (unitIds !== null || (campusIds !== null && !campusIds.includes(campusId)))
    throw new DomainError('auth.not-permitted');
}

/** Somebody who proved a phone number. */
export interface VisitorPrincipal {
  kind: 'visitor';
  /** hash of the session token, hexadecimal */
  sessionId: string;
  mobileIndex: Buffer;
  mobileMasked: string;
  /** when the number was proven by a one-time code */
  provenAt: Date;
}

/** A paired gate device. */
export interface DevicePrincipal {
  kind: 'device';
  id: string;
  name: string;
  campusId: string;
  gateIds: string[];
  /** what it may do, see `PROFILE_ABILITIES` */
  profile: DeviceProfile;
}

/** A system of the university with a signed request, on behalf of a member of staff. */
export interface ClientPrincipal {
  kind: 'client';
  id: string;
  name: string;
  staffNumber: string;
}

export type Principal = StaffPrincipal | VisitorPrincipal | DevicePrincipal | ClientPrincipal;

/** What a route asks for. Routes without any declaration are denied; a spec walks all of them. */
export type Access =
  | { kind: 'public' }
  | { kind: 'staff'; permission: PermissionName | null }
  | { kind: 'visitor' }
  | { kind: 'device' }
  | { kind: 'client' };

export const ACCESS = 'gatehouse:access';

/** Says who may call, to the guard and to the document. */
const callableBy = (access: Access): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(ACCESS, access), ApiExtension(KIND_MARK, access.kind));

/** Anybody may call this. Needs its own limits. */
export const Public = () => callableBy({ kind: 'public' });
/** Staff with this permission. */
export const Permission = (permission: PermissionName) => callableBy({ kind: 'staff', permission });
/** Any signed-in staff; the use case itself checks what belongs to whom. */
export const SignedIn = () => callableBy({ kind: 'staff', permission: null });
/** A visitor with a proven phone. */
export const VisitorOnly = () => callableBy({ kind: 'visitor' });
/** A paired gate device. */
export const DeviceOnly = () => callableBy({ kind: 'device' });

/** A system of the university that signs its requests. */
export const ClientOnly = () => callableBy({ kind: 'client' });

export interface RequestWithPrincipal extends FastifyRequest {
  principal?: Principal;
}

const principal = <K extends Principal['kind']>(kind: K) =>
  createParamDecorator((_: unknown, context: ExecutionContext): Extract<Principal, { kind: K }> => {
    const { principal } = context.switchToHttp().getRequest<RequestWithPrincipal>();
    if (principal?.kind !== kind) throw new UnauthorizedException();
    return principal as Extract<Principal, { kind: K }>;
  });

export const Staff = principal('staff');
export const Visitor = principal('visitor');
export const Device = principal('device');
export const Client = principal('client');
