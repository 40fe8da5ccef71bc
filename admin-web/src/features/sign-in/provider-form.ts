import { type KeepProviderInput, type ProviderSettings, type SignInProviderRow } from '@gatehouse/contract';

/** A provider as it is typed; the mapping as JSON. */
export interface ProviderForm {
  key: string;
  kind: 'cas' | 'saml';
  zh: string;
  en: string;
  /** base address of CAS, or address of the SAML metadata */
  address: string;
  validatePath: string;
  metadataXml: string;
  mapping: string;
}

export const emptyForm = (): ProviderForm => ({
  key: '',
  kind: 'cas',
  zh: '统一身份认证',
  en: 'University sign-on',
  address: '',
  validatePath: '/p3/serviceValidate',
  metadataXml: '',
  mapping: '{}',
});

export function formOf({ key, name, settings }: SignInProviderRow): ProviderForm {
  return {
    ...emptyForm(),
    ...{ key, ...name, kind: settings.kind, mapping: JSON.stringify(settings.mapping, null, 2) },
    address: settings.kind === 'cas' ? settings.baseUrl : (settings.metadataUrl ?? ''),
    ...(settings.kind === 'cas'
      ? { validatePath: settings.validatePath }
      : { metadataXml: settings.metadataXml ?? '' }),
  };
}

/** What is sent; `before` keeps the settings that the form does not show. Null when the mapping is no JSON object. */
export function inputOf(form: ProviderForm, before: SignInProviderRow | null): KeepProviderInput | null {
  const mapping = readMapping(form.mapping);
  if (!mapping) return null;
  const shown =
    form.kind === 'cas'
      ? { baseUrl: form.address.trim(), validatePath: form.validatePath.trim() }
      : { metadataUrl: form.address.trim() || null, metadataXml: form.metadataXml.trim() || null };
  return {
    version: before?.version ?? 0,
    name: { zh: form.zh.trim(), en: form.en.trim() },
    enabled: before?.enabled ?? true,
    settings: { ...before?.settings, kind: form.kind, ...shown, mapping } as unknown as ProviderSettings,
  };
}

function readMapping(text: string): Record<string, string[]> | null {
  try {
    const given: unknown = JSON.parse(text);
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return null;
    const entries = Object.entries(given).map(([key, names]): [string, string[]] => [key, [names].flat() as string[]]);
    return Object.fromEntries(entries);
  } catch {
    return null;
  }
}
