import { Injectable } from '@nestjs/common';
import { existsSync } from 'node:fs';
import { type AttributeMapping } from '@gatehouse/contract';
import { Settings, SettingsError } from '../../platform/settings.js';
import { readMapping } from '../domain/mapping-text.js';
import { faultsIn, type SignInProviderFacts } from '../domain/sign-in-provider.js';

const unchanged = { enabled: true, source: 'environment', version: 0, changedAt: null, changedBy: null } as const;

/** The providers that the environment sets up: at most one CAS and one SAML server, under the keys `cas` and `saml`. */
@Injectable()
export class EnvironmentProviders {
  readonly all: readonly SignInProviderFacts[];

  constructor(private readonly settings: Settings) {
    this.all = [this.cas(), this.saml()].filter((provider) => provider !== null);
    const { SIGN_ON_CA_FILE } = settings;
    if (SIGN_ON_CA_FILE && !existsSync(SIGN_ON_CA_FILE))
      throw new SettingsError(`SIGN_ON_CA_FILE: there is no file ${SIGN_ON_CA_FILE}`);
    const faults = this.all.flatMap(({ settings: given, key }) =>
      given.kind === 'saml' && settings.SAML_IDP_METADATA_FILE
        ? []
        : faultsIn(given, settings.isDemo).map((field) => `${key}: ${field}`),
    );
    if (faults.length > 0) throw new SettingsError(`Wrong setting of sign-in by ${faults.join(', ')}`);
  }

  private cas(): SignInProviderFacts | null {
    const { CAS_BASE_URL, CAS_NAME, CAS_NAME_EN } = this.settings;
    if (!CAS_BASE_URL) return null;
    return {
      ...unchanged,
      key: 'cas',
      name: { zh: CAS_NAME, en: CAS_NAME_EN },
      settings: {
        kind: 'cas',
        baseUrl: CAS_BASE_URL.replace(/\/+$/, ''),
        loginPath: rooted(this.settings.CAS_LOGIN_PATH),
        validatePath: rooted(this.settings.CAS_VALIDATE_PATH),
        logoutPath: rooted(this.settings.CAS_LOGOUT_PATH),
        serviceParameter: this.settings.CAS_SERVICE_PARAMETER,
        mapping: mappingOf('CAS_ATTRIBUTES', this.settings.CAS_ATTRIBUTES),
      },
    };
  }

  private saml(): SignInProviderFacts | null {
    const { SAML_IDP_METADATA_URL, SAML_IDP_METADATA_FILE, SAML_NAME, SAML_NAME_EN } = this.settings;
    if (!SAML_IDP_METADATA_URL && !SAML_IDP_METADATA_FILE) return null;
    if (SAML_IDP_METADATA_URL && SAML_IDP_METADATA_FILE)
      throw new SettingsError('Set SAML_IDP_METADATA_URL or SAML_IDP_METADATA_FILE, not both');
    if (SAML_IDP_METADATA_FILE && !existsSync(SAML_IDP_METADATA_FILE))
      throw new SettingsError(`SAML_IDP_METADATA_FILE: there is no file ${SAML_IDP_METADATA_FILE}`);
    return {
      ...unchanged,
      key: 'saml',
      name: { zh: SAML_NAME, en: SAML_NAME_EN },
      settings: {
        kind: 'saml',
        metadataUrl: SAML_IDP_METADATA_URL ?? null,
        metadataXml: null,
        idpEntityId: this.settings.SAML_IDP_ENTITY_ID || null,
        allowSha1: this.settings.SAML_ALLOW_SHA1,
        requireEncryption: this.settings.SAML_REQUIRE_ENCRYPTION,
        nameIdFormat: this.settings.SAML_NAME_ID_FORMAT || null,
        mapping: mappingOf('SAML_ATTRIBUTES', this.settings.SAML_ATTRIBUTES),
      },
    };
  }
}

const rooted = (path: string): string => (path.startsWith('/') ? path : `/${path}`);

function mappingOf(variable: string, json: string): AttributeMapping {
  const mapping = readMapping(json);
  if (typeof mapping === 'string') throw new SettingsError(`${variable} ${mapping}`);
  return mapping;
}
