import { Injectable } from '@nestjs/common';
import { type ProviderTest, type Text } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { CasSignOn } from './cas-sign-on.js';
import { IdentityProviders, type ProviderOf } from './identity-provider.js';
import { ProviderUnreachable, RefusedSignIn } from './refused-sign-in.js';
import { SamlSignOn } from './saml-sign-on.js';

type Line = ProviderTest['lines'][number];

/** Nobody holds it: a server that works answers that it does not know it. */
const NO_TICKET = 'ST-0-this-is-only-a-test';

/** Tries a provider out without signing anybody in, switched on or not. */
@Injectable()
export class ProviderTrial {
  constructor(
    private readonly providers: IdentityProviders,
    private readonly cas: CasSignOn,
    private readonly saml: SamlSignOn,
  ) {}

  async of(key: string): Promise<ProviderTest> {
    const provider = (await this.providers.all()).find((known) => known.key === key);
    if (!provider) throw new DomainError('auth.provider-unknown');
    const lines =
      provider.settings.kind === 'cas'
        ? await this.ofCas({ ...provider, settings: provider.settings })
        : await this.ofSaml({ ...provider, settings: provider.settings });
    return { ok: lines.every(({ ok }) => ok), lines };
  }

  private async ofCas(provider: ProviderOf<'cas'>): Promise<Line[]> {
    const reason = await reasonOf(this.cas.validate(provider, NO_TICKET, false));
    if (reason === 'cas.invalid-ticket' || reason === 'cas.invalid-ticket-spec')
      return [good({ zh: 'CAS 服务器应答正常。', en: 'The CAS server answers as it should.' })];
    if (reason === 'cas.invalid-service' || reason === 'cas.unauthorized-service')
      return [
        bad('本系统的服务地址还没有在 CAS 登记', 'Our service address is not registered at the CAS server', reason),
      ];
    return [bad('CAS 服务器没有正确应答', 'The CAS server does not answer as it should', reason)];
  }

  private async ofSaml(provider: ProviderOf<'saml'>): Promise<Line[]> {
    try {
      const { entityId, certificatesUntil, signsOut } = await this.saml.inspect(provider);
      const until = certificatesUntil.toISOString().slice(0, 10);
      return [
        good({ zh: `元数据可读：${entityId}`, en: `The metadata can be read: ${entityId}` }),
        good({ zh: `证书有效期至 ${until}`, en: `Certificates until ${until}` }),
        good(
          signsOut
            ? { zh: '支持统一退出。', en: 'Single sign-out is offered.' }
            : { zh: '不支持统一退出。', en: 'No single sign-out is offered.' },
        ),
      ];
    } catch (error) {
      return [bad('元数据不可用', 'The metadata cannot be used', reasonIn(error))];
    }
  }
}

const good = (text: Text): Line => ({ ok: true, ...text });
const bad = (zh: string, en: string, reason: string): Line => ({
  ok: false,
  zh: `${zh}（${reason}）`,
  en: `${en} (${reason})`,
});

async function reasonOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'accepted';
  } catch (error) {
    return reasonIn(error);
  }
}

function reasonIn(error: unknown): string {
  if (error instanceof RefusedSignIn || error instanceof ProviderUnreachable) return error.reason;
  throw error;
}
