import { type ProviderSettings, type Text } from '@gatehouse/contract';

/** A university identity provider as it is set up: from the environment, or in the console. */
export interface SignInProviderFacts<S extends ProviderSettings = ProviderSettings> {
  key: string;
  name: Text;
  enabled: boolean;
  settings: S;
  source: 'environment' | 'console';
  /** rises with every change; 0 for the environment */
  version: number;
  changedAt: Date | null;
  changedBy: string | null;
}

export const PROVIDER_KEY = /^[a-z][a-z0-9-]{0,30}$/;
/** Words of the addresses below `/api/auth`, and keys of the environment's own providers. */
const taken = ['cas', 'saml', 'dev', 'login', 'callback', 'metadata', 'acs', 'complete', 'slo', 'leave'];

export const isFreeKey = (key: string): boolean => PROVIDER_KEY.test(key) && !taken.includes(key);

/** Fields of settings that cannot work, as paths below `settings`. `plainHttp` allows addresses without TLS. */
export function faultsIn(settings: ProviderSettings, plainHttp: boolean): string[] {
  if (settings.kind === 'cas')
    return [
      ...(isAddress(settings.baseUrl, plainHttp) ? [] : ['baseUrl']),
      ...(['loginPath', 'validatePath', 'logoutPath'] as const).filter((path) => !/^\/[\w./-]*$/.test(settings[path])),
      ...(/^[A-Za-z]\w{0,31}$/.test(settings.serviceParameter) ? [] : ['serviceParameter']),
    ];
  const { metadataUrl, metadataXml } = settings;
  if (!metadataUrl === !metadataXml) return ['metadataUrl'];
  return metadataUrl && !isAddress(metadataUrl, plainHttp) ? ['metadataUrl'] : [];
}

const OWN_MACHINE = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Own machine or TLS: a ticket that is checked over a readable line proves nothing. */
function isAddress(text: string, plainHttp: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, hash } = new URL(text);
  if (username || hash) return false;
  return protocol === 'https:' || (protocol === 'http:' && (plainHttp || OWN_MACHINE.test(hostname)));
}
