import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

export interface AcceptedSms {
  phoneNumbers: string;
  signName: string;
  templateCode: string;
  templateParam: Record<string, string>;
}

/**
 * The operator's side of SendSms, written from the published description of ACS3-HMAC-SHA256 and from nothing of ours:
 * takes the request apart as it came in, recomputes the signature, refuses used nonces.
 */
export class SmsOperator {
  readonly accepted: AcceptedSms[] = [];
  answer = 'OK';
  private readonly nonces = new Set<string>();

  private constructor(
    private readonly server: Server,
    private readonly secret: string,
  ) {}

  static async open(secret: string): Promise<SmsOperator> {
    const server = createServer();
    const operator = new SmsOperator(server, secret);
    server.on('request', (request: IncomingMessage, response) => {
      const code = operator.judge(request);
      response.setHeader('content-type', 'application/json');
      response.statusCode = code === 'OK' ? 200 : 400;
      response.end(JSON.stringify({ Code: code, Message: `about ${request.url ?? ''}`, RequestId: '1', BizId: '1' }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return operator;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): Promise<unknown> {
    return new Promise((resolve) => this.server.close(resolve));
  }

  private judge(request: IncomingMessage): string {
    const [path = '', rawQuery = ''] = (request.url ?? '').split('?');
    const [, signed = '', signature = ''] =
      /SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/.exec(request.headers.authorization ?? '') ?? [];
    const emptyBody = createHash('sha256').update('').digest('hex');
    if (request.headers['x-acs-content-sha256'] !== emptyBody) return 'ContentHashMismatch';
    const parameters = new URLSearchParams(rawQuery);
    const strict = (text: string) =>
      Buffer.from(text).reduce((out, byte) => {
        const char = String.fromCharCode(byte);
        return out + (/[A-Za-z0-9\-_.~]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`);
      }, '');
    const query = [...parameters.keys()]
      .sort()
      .map((name) => `${strict(name)}=${strict(parameters.get(name) ?? '')}`)
      .join('&');
    const headers = signed.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}`);
    const canonical = [request.method, path, query, ...headers, '', signed, emptyBody].join('\n');
    const toSign = `ACS3-HMAC-SHA256\n${createHash('sha256').update(canonical).digest('hex')}`;
    if (createHmac('sha256', this.secret).update(toSign).digest('hex') !== signature) return 'SignatureDoesNotMatch';
    const nonce = String(request.headers['x-acs-signature-nonce']);
    if (this.nonces.has(nonce)) return 'SignatureNonceUsed';
    this.nonces.add(nonce);
    if (request.headers['x-acs-action'] !== 'SendSms') return 'InvalidAction.NotFound';
    if (this.answer !== 'OK') return this.answer;
    this.accepted.push({
      phoneNumbers: parameters.get('PhoneNumbers') ?? '',
      signName: parameters.get('SignName') ?? '',
      templateCode: parameters.get('TemplateCode') ?? '',
      templateParam: JSON.parse(parameters.get('TemplateParam') ?? '{}') as Record<string, string>,
    });
    return 'OK';
  }
}
