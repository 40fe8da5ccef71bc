import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Settings } from '../../../platform/settings.js';
import { ProviderUnreachable } from '../../application/refused-sign-in.js';
import { type SamlProvider } from '../../application/saml-sign-on.js';
import { FetchFailed, fetchOnce } from '../fetch-once.js';
import { type IdpMetadata, readIdpMetadata } from './idp-metadata.js';

/** New keys of a provider are known after an hour at the latest. */
const REFRESH_MS = 60 * 60_000;
/** After a failure the last good ones serve, and the next try waits a little. */
const RETRY_MS = 60_000;
const LARGEST = 4 * 1024 * 1024;

interface Known {
  source: string;
  metadata: IdpMetadata;
  staleAt: number;
}

/** Metadata of the providers, from their address, a file, or the settings; remembered, refreshed, and kept over a restart. */
@Injectable()
export class MetadataSource {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async of(provider: SamlProvider): Promise<IdpMetadata> {
    const source = JSON.stringify([this.sourceOf(provider), provider.settings.idpEntityId]);
    const known = this.known.get(provider.key);
    if (known?.source === source && performance.now() < known.staleAt) return known.metadata;
    const { metadata, isFresh } = await this.load(provider, source);
    this.known.set(provider.key, { source, metadata, staleAt: performance.now() + (isFresh ? REFRESH_MS : RETRY_MS) });
    return metadata;
  }

  /** Fetches and reads anew, whatever is remembered. */
  async fetched(provider: Pick<SamlProvider, 'settings' | 'key'>): Promise<{ xml: string; metadata: IdpMetadata }> {
    const xml = await this.xmlOf(provider);
    return { xml, metadata: readIdpMetadata(xml, provider.settings.idpEntityId, this.clock.now()) };
  }

  private async load(provider: SamlProvider, source: string): Promise<{ metadata: IdpMetadata; isFresh: boolean }> {
    try {
      const { xml, metadata } = await this.fetched(provider);
      await this.database.run(sql`
        insert into saml_metadata (provider, source, xml, fetched_at) values (${provider.key}, ${source}, ${xml}, ${this.clock.now()})
        on conflict (provider) do update set source = excluded.source, xml = excluded.xml, fetched_at = excluded.fetched_at
      `);
      return { metadata, isFresh: true };
    } catch (error) {
      const kept = await this.database.first(sql<{ xml: string }>`
        select xml from saml_metadata where provider = ${provider.key} and source = ${source}
      `);
      if (!kept) throw error;
      return { metadata: readIdpMetadata(kept.xml, provider.settings.idpEntityId, this.clock.now()), isFresh: false };
    }
  }

  private async xmlOf(provider: Pick<SamlProvider, 'settings' | 'key'>): Promise<string> {
    const { metadataUrl, metadataXml } = provider.settings;
    if (metadataXml) return metadataXml;
    const { SAML_IDP_METADATA_FILE, SIGN_ON_CA_FILE } = this.settings;
    try {
      if (!metadataUrl) return await readFile(SAML_IDP_METADATA_FILE ?? '', 'utf8');
      return (await fetchOnce(new URL(metadataUrl), LARGEST, SIGN_ON_CA_FILE)).body.toString('utf8');
    } catch (error) {
      throw new ProviderUnreachable(`saml.metadata-${error instanceof FetchFailed ? error.reason : 'file'}`);
    }
  }

  private sourceOf({ settings: { metadataUrl, metadataXml } }: SamlProvider): string {
    return metadataXml ?? metadataUrl ?? this.settings.SAML_IDP_METADATA_FILE ?? '';
  }
}
