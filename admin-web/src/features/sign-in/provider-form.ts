import {
  type AttributeMapping,
  type CasSettings,
  type KeepProviderInput,
  type ProviderSettings,
  type SamlSettings,
  type SignInProviderRow,
} from '@gatehouse/contract';

type Typed<Settings> = {
  [Name in Exclude<keyof Settings, 'kind' | 'mapping'>]: Settings[Name] extends boolean ? boolean : string;
};

/** A provider as it is typed, for both protocols; the mapping as JSON. */
export interface ProviderForm {
  key: string;
  kind: 'cas' | 'saml';
  zh: string;
  en: string;
  cas: Typed<CasSettings>;
  saml: Typed<SamlSettings>;
  mapping: string;
}

export const emptyForm = (): ProviderForm => ({
  key: '',
  kind: 'cas',
  zh: '统一身份认证',
  en: 'University sign-on',
  cas: {
    baseUrl: '',
    loginPath: '/login',
    validatePath: '/p3/serviceValidate',
    logoutPath: '/logout',
    serviceParameter: 'service',
  },
  saml: {
    metadataUrl: '',
    metadataXml: '',
    idpEntityId: '',
    nameIdFormat: '',
    allowSha1: false,
    requireEncryption: false,
  },
  mapping: '{}',
});

export function formOf({ key, name, settings }: SignInProviderRow): ProviderForm {
  const { mapping, kind, ...given } = settings;
  const usual = emptyForm();
  const typed = Object.fromEntries(Object.entries(given).map(([field, value]) => [field, value ?? '']));
  return {
    ...{ ...usual, key, ...name, kind, mapping: JSON.stringify(mapping, null, 2) },
    [kind]: { ...usual[kind], ...typed },
  };
}

/** What is sent. Null when the mapping is no JSON object. */
export function inputOf(form: ProviderForm, before: SignInProviderRow | null): KeepProviderInput | null {
  const mapping = readMapping(form.mapping);
  if (!mapping) return null;
  return {
    version: before?.version ?? 0,
    name: { zh: form.zh.trim(), en: form.en.trim() },
    enabled: before?.enabled ?? true,
    settings: settingsOf(form, mapping),
  };
}

function settingsOf({ kind, cas, saml }: ProviderForm, mapping: AttributeMapping): ProviderSettings {
  if (kind === 'cas') {
    const { baseUrl, loginPath, validatePath, logoutPath, serviceParameter } = cas;
    return {
      ...{ kind, baseUrl: baseUrl.trim(), loginPath: loginPath.trim(), validatePath: validatePath.trim() },
      ...{ logoutPath: logoutPath.trim(), serviceParameter: serviceParameter.trim(), mapping },
    };
  }
  const { metadataUrl, metadataXml, idpEntityId, nameIdFormat, allowSha1, requireEncryption } = saml;
  const orNull = (text: string) => text.trim() || null;
  return {
    ...{ kind, metadataUrl: orNull(metadataUrl), metadataXml: orNull(metadataXml), idpEntityId: orNull(idpEntityId) },
    ...{ nameIdFormat: orNull(nameIdFormat), allowSha1, requireEncryption, mapping },
  };
}

/** The server fills in what a mapping leaves out. */
function readMapping(text: string): AttributeMapping | null {
  try {
    const given: unknown = JSON.parse(text);
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return null;
    const entries = Object.entries(given).map(([key, names]): [string, string[]] => [key, [names].flat() as string[]]);
    return Object.fromEntries(entries) as unknown as AttributeMapping;
  } catch {
    return null;
  }
}
