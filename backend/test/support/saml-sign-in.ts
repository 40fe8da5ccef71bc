import { inflateRawSync } from 'node:zlib';
import { type Answer, type House } from './house.js';
import { locationOf, PhoneBrowser } from './phone-browser.js';
import { type Said, type SamlIdp, type Sp } from './saml-idp.js';

/** What our redirect to the provider says. */
export function requestIn(answer: Answer): { id: string; xml: string; relayState: string; url: URL } {
  const url = new URL(locationOf(answer));
  const message = url.searchParams.get('SAMLRequest') ?? '';
  const xml = inflateRawSync(Buffer.from(message, 'base64')).toString('utf8');
  return { id: / ID="([^"]+)"/.exec(xml)?.[1] ?? '', xml, relayState: url.searchParams.get('RelayState') ?? '', url };
}

/** The form that our page makes the browser post, and the message in it. */
export function formIn({ body }: Answer<string>): { action: string; fields: Record<string, string>; xml: string } {
  const found = [...body.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  const fields = Object.fromEntries(found.map(([, name = '', value = '']) => [name, value]));
  const message = fields.SAMLRequest ?? fields.SAMLResponse ?? '';
  const action = / action="([^"]+)"/.exec(body)?.[1] ?? '';
  return { action, fields, xml: Buffer.from(message, 'base64').toString('utf8') };
}

export const base64 = (xml: string): string => Buffer.from(xml, 'utf8').toString('base64');

/** A browser on its way through SAML. */
export class SamlVisit {
  readonly browser: PhoneBrowser;
  request = { id: '', relayState: '' };

  constructor(
    house: House,
    private readonly idp: SamlIdp,
    private readonly sp: Sp,
    private readonly at = '/api/auth/saml',
  ) {
    this.browser = new PhoneBrowser(house);
  }

  async begin(next = '/host/approvals/a1'): Promise<this> {
    this.request = requestIn(await this.browser.get(`${this.at}/login?next=${encodeURIComponent(next)}`));
    return this;
  }

  respond(said: Said = {}): string {
    return this.idp.respond(this.sp, this.request.id, said);
  }

  post(xml: string, relayState = this.request.relayState): Promise<Answer<string>> {
    return this.browser.formFromElsewhere(`${this.at}/acs`, { SAMLResponse: base64(xml), RelayState: relayState });
  }

  /** The whole way; answers who is signed in afterwards. */
  async signIn(said: Said = {}): Promise<string | null> {
    await this.begin();
    const answer = await this.post(this.respond(said));
    if (answer.status === 303) await this.browser.get(locationOf(answer));
    return this.browser.who();
  }
}
