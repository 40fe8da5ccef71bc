import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { Client, type Entry } from 'ldapts';
import { Settings } from '../../platform/settings.js';
import { DirectorySource, type SourceReading } from '../application/directory-source.js';
import { type Part } from '../domain/offered.js';
import { type RawRow } from '../domain/read-rows.js';
import { attributeMap, cellsOf, firstValue, namesIn } from './ldap-attributes.js';

const CHANGED = 'modifyTimestamp';
/** Below the limits that servers commonly set. */
const PAGE = 300;
const CONNECT_MS = 5_000;
const ANSWER_MS = 60_000;
/** Generalised time as servers write it; anything else is never put into a filter. */
const TIMESTAMP = /^\d{14}(\.\d+)?Z$/;

/** Reads units and staff from an LDAP server, page by page. */
@Injectable()
export class LdapDirectorySource extends DirectorySource {
  readonly address: string | null;

  constructor(private readonly settings: Settings) {
    super();
    this.address = settings.LDAP_URL ?? null;
  }

  async read(since: string | null): Promise<SourceReading> {
    const { LDAP_STAFF_FILTER, LDAP_UNIT_FILTER, LDAP_ATTRIBUTES } = this.settings;
    const map = attributeMap(LDAP_ATTRIBUTES);
    return this.connected(async (client) => {
      const units = LDAP_UNIT_FILTER ? await this.entries(client, LDAP_UNIT_FILTER, namesIn(map.unit), since) : null;
      const staff = await this.entries(client, LDAP_STAFF_FILTER, namesIn(map.staff), since);
      const sheet = (part: Part, entries: Entry[]) => ({
        part,
        rows: entries.map((entry, at) => rowOf(entry, at, map[part])),
      });
      return {
        sheets: [...(units ? [sheet('unit', units)] : []), sheet('staff', staff)],
        upTo: newest([...(units ?? []), ...staff]),
      };
    });
  }

  private async entries(client: Client, filter: string, attributes: string[], since: string | null): Promise<Entry[]> {
    const changed = since && TIMESTAMP.test(since) ? `(&${filter}(${CHANGED}>=${since}))` : filter;
    const { searchEntries } = await client.search(this.settings.LDAP_BASE_DN ?? '', {
      scope: 'sub',
      filter: changed,
      attributes: [...attributes, CHANGED],
      paged: { pageSize: PAGE },
    });
    return searchEntries;
  }

  private async connected<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const { LDAP_URL = '', LDAP_BIND_DN = '', LDAP_BIND_PASSWORD = '', LDAP_STARTTLS, LDAP_CA_FILE } = this.settings;
    const tlsOptions = LDAP_CA_FILE ? { ca: [readFileSync(LDAP_CA_FILE)] } : {};
    const isSecure = LDAP_URL.startsWith('ldaps:');
    const client = new Client({
      url: LDAP_URL,
      connectTimeout: CONNECT_MS,
      timeout: ANSWER_MS,
      strictDN: false,
      ...(isSecure && { tlsOptions }),
    });
    try {
      if (LDAP_STARTTLS && !isSecure) await client.startTLS(tlsOptions);
      await client.bind(LDAP_BIND_DN, LDAP_BIND_PASSWORD);
      return await work(client);
    } finally {
      await client.unbind().catch(() => undefined);
    }
  }
}

const rowOf = (entry: Entry, at: number, map: Parameters<typeof cellsOf>[1]): RawRow => ({
  row: at + 1,
  cells: cellsOf(entry, map),
});

const newest = (entries: Entry[]): string | null =>
  entries
    .map((entry) => firstValue(entry[CHANGED]))
    .reduce<string | null>((last, one) => (one > (last ?? '') ? one : last), null);
