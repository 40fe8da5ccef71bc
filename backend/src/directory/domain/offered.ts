/** What a source says of a unit. A field that is absent is not known to the source and stays as it is. */
export interface OfferedUnit {
  /** line in the file, or place in the answer of a directory server */
  row: number;
  code: string;
  name: string;
  nameEn?: string;
  /** number or name of a campus */
  campus: string;
  /** code of the unit above; empty for none */
  parent?: string;
  active: boolean;
}

/** A number or address as it is kept: told apart by its blind index, never by itself. */
export interface Contact {
  value: string;
  /** blind index, hexadecimal */
  key: string;
}

/** What a source says of a member of staff. Absent = not known to the source; null = there is none. */
export interface OfferedMember {
  row: number;
  number: string;
  name: string;
  /** code of a unit, or its name where only one unit has it */
  unit: string;
  title?: string;
  mobile?: Contact | null;
  mail?: Contact | null;
  leader?: boolean;
  active: boolean;
}

export type Part = 'unit' | 'staff';

/** Why a row, or one field of it, was not taken. Never quotes what stood there. */
export interface RowIssue {
  part: Part;
  row: number;
  /** code of the unit or number of the member, as far as it could be read */
  key: string;
  field: string;
  code: IssueCode;
  /** `rejected`: nothing of the row is taken; `noted`: all but this field */
  weight: 'rejected' | 'noted';
}

export type IssueCode =
  | 'needed'
  | 'too-long'
  | 'shape'
  | 'yes-or-no'
  | 'duplicate'
  | 'unit-unknown'
  | 'unit-ambiguous'
  | 'campus-unknown'
  | 'parent-unknown'
  | 'parent-circle';

/** Everything a source offers at one time. A part that is null was not offered at all. */
export interface Offer {
  units: OfferedUnit[] | null;
  staff: OfferedMember[] | null;
  /** rows that could not be read; whoever they mean is left alone */
  issues: RowIssue[];
}
