import { Injectable } from '@nestjs/common';
import { type Contact, type Offer, type OfferedMember, type OfferedUnit, type Part } from '../domain/offered.js';
import { type CleanRow, type RawRow, readRows } from '../domain/read-rows.js';
import { ContactKeys } from './contact-keys.js';

/** Rows of one part as a source gives them. */
export interface RawSheet {
  part: Part;
  rows: RawRow[];
}

/** Turns raw rows into an offer: tidied, checked, and with the keys by which numbers are compared. */
@Injectable()
export class OfferReading {
  constructor(private readonly keys: ContactKeys) {}

  async of(sheets: readonly RawSheet[]): Promise<Offer> {
    const offer: Offer = { units: null, staff: null, issues: [] };
    for (const { part, rows } of sheets) {
      const read = readRows(part, rows);
      offer.issues.push(...read.issues);
      if (part === 'unit') offer.units = [...(offer.units ?? []), ...read.rows.map(unitOf)];
      else offer.staff = [...(offer.staff ?? []), ...(await Promise.all(read.rows.map((row) => this.member(row))))];
    }
    return offer;
  }

  private async member(row: CleanRow): Promise<OfferedMember> {
    const { number = '', name = '', unit = '', title } = row.cells;
    return {
      row: row.row,
      number,
      name,
      unit,
      active: row.active,
      ...(title !== undefined && { title }),
      ...(row.leader !== undefined && { leader: row.leader }),
      ...(row.mobile !== undefined && { mobile: await this.contact(row.mobile, (value) => this.keys.mobile(value)) }),
      ...(row.mail !== undefined && { mail: await this.contact(row.mail, (value) => this.keys.mail(value)) }),
    };
  }

  private async contact(value: string | null, keyed: (value: string) => Promise<Contact>): Promise<Contact | null> {
    return value === null ? null : keyed(value);
  }
}

function unitOf({ row, cells, active }: CleanRow): OfferedUnit {
  const { code = '', name = '', campus = '', nameEn, parent } = cells;
  return {
    row,
    code,
    name,
    campus,
    active,
    ...(nameEn !== undefined && { nameEn }),
    ...(parent !== undefined && { parent }),
  };
}
