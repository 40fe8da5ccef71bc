/** Where facts come from: a file somebody imported, or a directory server. */
export type Origin = 'file' | 'ldap';

/** A unit as the directory has it. */
export interface KnownUnit {
  code: string;
  name: string;
  nameEn: string | null;
  campusId: string;
  /** code of the unit above */
  parent: string | null;
  active: boolean;
  origin: Origin;
}

/** A member of staff as the directory has it; numbers and addresses by their blind index only. */
export interface KnownMember {
  number: string;
  name: string;
  /** code of the unit */
  unit: string;
  title: string;
  leader: boolean;
  mobileKey: string | null;
  mailKey: string | null;
  active: boolean;
  origin: Origin;
}

export interface KnownCampus {
  id: string;
  number: number;
  name: string;
  nameEn: string;
}

export interface KnownDirectory {
  campuses: readonly KnownCampus[];
  units: readonly KnownUnit[];
  staff: readonly KnownMember[];
}
