import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { SignedXml } from 'xml-crypto';
import { selfSigned } from '../../src/identity/infrastructure/saml/self-signed.js';

const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const MORE = 'http://www.w3.org/2001/04/xmldsig-more#';
const DAY = 86_400_000;

/** Where the sentence goes, and what can be said wrongly in it. Everything is signed after it is said. */
export interface Said {
  nameId?: string;
  attributes?: Record<string, string[]>;
  assertionId?: string;
  audience?: string;
  destination?: string;
  recipient?: string;
  issuer?: string;
  responseIssuer?: string;
  /** seconds that the clock of the provider is ahead */
  ahead?: number;
  status?: string;
  sha1?: boolean;
  unsignedResponse?: boolean;
  unsignedAssertion?: boolean;
  /** any other change of the text, before it is signed */
  assertion?: (xml: string) => string;
  response?: (xml: string) => string;
}

export interface Sp {
  entityId: string;
  acs: string;
}

/** A SAML provider that can say anything, with a signature that holds. */
export class SamlIdp {
  readonly entityId = 'http://127.0.0.1:9/idp';
  readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  readonly certificate = selfSigned(this.keys, 'idp', [new Date(Date.now() - DAY), new Date(Date.now() + DAY)]);

  get privateKey(): string {
    return this.keys.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  }

  metadata(binding: 'Redirect' | 'POST' = 'Redirect'): string {
    const body = this.certificate.replace(/-----[A-Z ]+-----|\s/g, '');
    const at = (name: string) =>
      `<md:${name} Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-${binding}" Location="${this.entityId}/${name}"/>`;
    return `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="${this.entityId}">
      <md:IDPSSODescriptor WantAuthnRequestsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
        <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${body}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
        ${at('SingleLogoutService')}${at('SingleSignOnService')}
      </md:IDPSSODescriptor></md:EntityDescriptor>`;
  }

  /** A response as XML. */
  respond(sp: Sp, requestId: string, said: Said = {}): string {
    const now = Date.now() + (said.ahead ?? 0) * 1000;
    const at = (seconds: number) => new Date(now + seconds * 1000).toISOString();
    const plain = assertion({ ...said, issuer: said.issuer ?? this.entityId }, sp, requestId, at);
    const spoken = (said.assertion ?? same)(plain);
    const signed = said.unsignedAssertion ? spoken : this.sign(spoken, 'Assertion', said.sha1);
    const whole = (said.response ?? same)(
      `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r${randomBytes(8).toString('hex')}" Version="2.0" IssueInstant="${at(0)}" Destination="${said.destination ?? sp.acs}" InResponseTo="${requestId}"><saml:Issuer>${said.responseIssuer ?? this.entityId}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${said.status ?? 'Success'}"/></samlp:Status>${signed}</samlp:Response>`,
    );
    return said.unsignedResponse ? whole : this.sign(whole, 'Response', said.sha1);
  }

  /** A sign-out message in a query, signed. */
  logoutQuery(kind: 'SAMLRequest' | 'SAMLResponse', xml: string, relayState = 'r'): string {
    const query = `${kind}=${encodeURIComponent(deflateRawSync(xml).toString('base64'))}&RelayState=${relayState}&SigAlg=${encodeURIComponent(`${MORE}rsa-sha256`)}`;
    const signature = createSign('RSA-SHA256').update(query).sign(this.keys.privateKey, 'base64');
    return `${query}&Signature=${encodeURIComponent(signature)}`;
  }

  /** A sign-out message as the fields of a form, signed inside. */
  logoutForm(kind: 'SAMLRequest' | 'SAMLResponse', xml: string, relayState = 'r'): Record<string, string> {
    const signed = this.sign(xml, kind === 'SAMLRequest' ? 'LogoutRequest' : 'LogoutResponse');
    return { [kind]: Buffer.from(signed).toString('base64'), RelayState: relayState };
  }

  logoutRequest(slo: string, nameId: string, indexes: string[] = [], issuedAt = new Date()): string {
    const named = indexes.map((index) => `<samlp:SessionIndex>${index}</samlp:SessionIndex>`).join('');
    return `<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_l1" Version="2.0" IssueInstant="${issuedAt.toISOString()}" Destination="${slo}"><saml:Issuer>${this.entityId}</saml:Issuer><saml:NameID>${nameId}</saml:NameID>${named}</samlp:LogoutRequest>`;
  }

  logoutResponse(slo: string, requestId: string): string {
    return `<samlp:LogoutResponse xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_l2" Version="2.0" IssueInstant="${new Date().toISOString()}" Destination="${slo}" InResponseTo="${requestId}"><saml:Issuer>${this.entityId}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status></samlp:LogoutResponse>`;
  }

  private sign(xml: string, name: string, sha1 = false): string {
    const signer = new SignedXml({
      privateKey: this.privateKey,
      signatureAlgorithm: sha1 ? 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' : `${MORE}rsa-sha256`,
      canonicalizationAlgorithm: EXCLUSIVE,
    });
    signer.addReference({
      xpath: `/*[local-name()='${name}']`,
      transforms: [ENVELOPED, EXCLUSIVE],
      digestAlgorithm: sha1 ? 'http://www.w3.org/2000/09/xmldsig#sha1' : 'http://www.w3.org/2001/04/xmlenc#sha256',
    });
    signer.computeSignature(xml, { location: { reference: `/*/*[local-name()='Issuer']`, action: 'after' } });
    return signer.getSignedXml();
  }
}

const same = (xml: string): string => xml;

function assertion(said: Said, sp: Sp, requestId: string, at: (seconds: number) => string): string {
  const attributes = Object.entries(said.attributes ?? {}).map(
    ([name, values]) =>
      `<saml:Attribute Name="${name}">${values.map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`).join('')}</saml:Attribute>`,
  );
  return `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${said.assertionId ?? `_a${randomBytes(8).toString('hex')}`}" Version="2.0" IssueInstant="${at(0)}"><saml:Issuer>${said.issuer ?? ''}</saml:Issuer><saml:Subject><saml:NameID>${said.nameId ?? 'T1001'}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="${at(120)}" Recipient="${said.recipient ?? sp.acs}" InResponseTo="${requestId}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${at(-30)}" NotOnOrAfter="${at(120)}"><saml:AudienceRestriction><saml:Audience>${said.audience ?? sp.entityId}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="${at(0)}" SessionIndex="s-${said.nameId ?? 'T1001'}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>${attributes.length > 0 ? `<saml:AttributeStatement>${attributes.join('')}</saml:AttributeStatement>` : ''}</saml:Assertion>`;
}
