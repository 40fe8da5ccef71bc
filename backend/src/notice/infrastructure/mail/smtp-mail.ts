import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { createTransport, type Transporter } from 'nodemailer';
import { html } from '../../../platform/http/html.js';
import { MailChannel, type Message } from '../../application/channels.js';
import { GatewayError } from '../gateway-error.js';
import { type GatewaySettings } from '../gateway-settings.js';
import { mailSubject } from './mail-subjects.js';

const PATIENCE_MS = 5_000;
const usualPorts = { starttls: 587, tls: 465, none: 25 };

/** Mail through the university's own server (SMTP). Encryption is never given up when the server does not offer it. */
export class SmtpMail extends MailChannel {
  private transport: Transporter | null = null;

  constructor(private readonly settings: GatewaySettings) {
    super();
  }

  get connected(): boolean {
    return this.settings.SMTP_HOST !== undefined;
  }

  /** Connects and signs in, and sends nothing. */
  async attempt(): Promise<void> {
    this.transport ??= createTransport(transportOptions(this.settings));
    await this.transport.verify().catch((error: unknown) => {
      throw new GatewayError(codeOf(error));
    });
  }

  async send(message: Message): Promise<void> {
    if (!this.connected) throw new GatewayError('mail-not-connected');
    this.transport ??= createTransport(transportOptions(this.settings));
    const { id, to, template, text, values, link } = message;
    await this.transport
      .sendMail({
        from: this.settings.SMTP_FROM,
        to: { name: '', address: to },
        subject: mailSubject(template, values),
        text,
        html: page(text, link),
        // The same for every try, so that a server or a reader can tell a repeated one.
        messageId: `<${id}@${domainOf(this.settings.SMTP_FROM)}>`,
        headers: { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      .catch((error: unknown) => {
        throw new GatewayError(codeOf(error));
      });
  }
}

function transportOptions({ SMTP_HOST: host, SMTP_PORT, SMTP_SECURITY, SMTP_CA_FILE, ...settings }: GatewaySettings) {
  return {
    host,
    port: SMTP_PORT ?? usualPorts[SMTP_SECURITY],
    secure: SMTP_SECURITY === 'tls',
    requireTLS: SMTP_SECURITY === 'starttls',
    ignoreTLS: SMTP_SECURITY === 'none',
    tls: {
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2' as const,
      ...(SMTP_CA_FILE && { ca: [...rootCertificates, readFileSync(SMTP_CA_FILE, 'utf8')] }),
    },
    ...(settings.SMTP_USER && { auth: { user: settings.SMTP_USER, pass: settings.SMTP_PASSWORD } }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  };
}

/** The sentence once more with a button, for readers who show mails as pages. */
function page(text: string, link: string | null): string {
  const sentence = link ? text.replace(link, '').replace(/[：:]\s*$/, '。') : text;
  const button = link
    ? html`<p>
        <a
          href="${link}"
          style="display:inline-block;padding:10px 20px;border-radius:8px;background:#1d4fb8;color:#fff;text-decoration:none"
          >查看 View</a
        >
      </p>`
    : null;
  return html`<div style="font:16px/1.6 sans-serif">
    <p>${sentence}</p>
    ${button}
  </div>`.text;
}

const domainOf = (from: string): string => /@([^\s@<>]+)>?$/.exec(from)?.[1] ?? 'localhost';

/** The words of a server may quote an address: only its number and the library's code go further. */
function codeOf(error: unknown): string {
  const { code = 'ESMTP', responseCode } = error as { code?: string; responseCode?: number };
  return responseCode ? `${code} ${responseCode}` : code;
}
