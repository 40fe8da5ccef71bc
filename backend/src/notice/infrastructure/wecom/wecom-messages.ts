import { type Message, WeComChannel } from '../../application/channels.js';
import { askGateway, GatewayError } from '../gateway-error.js';
import { type GatewaySettings } from '../gateway-settings.js';

/** Answers that say "this token no longer holds": ask for a new one and try once more. */
const STALE_TOKEN = new Set([40001, 40014, 42001]);

/**
 * WeCom application messages (`gettoken`, `message/send`): a text card whose button opens the link. The staff number is
 * the WeCom user id. The token is kept for its life (7200 s), as asking for one each time is limited.
 */
export class WeComMessages extends WeComChannel {
  private token: Promise<string> | null = null;

  constructor(private readonly settings: GatewaySettings) {
    super();
  }

  get connected(): boolean {
    return this.settings.WECOM_CORP_ID !== undefined;
  }

  /** Asks for a token, and sends nothing. */
  async attempt(): Promise<void> {
    await this.newToken();
  }

  async send(message: Message): Promise<void> {
    if (!this.connected) throw new GatewayError('wecom-not-connected');
    let answer = await this.post(message);
    if (STALE_TOKEN.has(answer.errcode)) {
      this.token = null;
      answer = await this.post(message);
    }
    if (answer.errcode !== 0) throw new GatewayError(String(answer.errcode));
    // Accepted as a whole, yet this person cannot be reached: no such user, or outside the application's scope.
    if (answer.invaliduser) throw new GatewayError('invaliduser');
  }

  private async post({ to, text, link }: Message) {
    this.token ??= this.newToken();
    const token = await this.token.catch((error: unknown) => {
      this.token = null;
      throw error;
    });
    const card = { title: titleOf(text), description: text, url: link ?? '', btntxt: '查看' };
    return this.ask(`/cgi-bin/message/send?access_token=${encodeURIComponent(token)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        touser: to,
        agentid: Number(this.settings.WECOM_AGENT_ID),
        ...(link ? { msgtype: 'textcard', textcard: card } : { msgtype: 'text', text: { content: text } }),
        enable_duplicate_check: 1,
      }),
    });
  }

  private async newToken(): Promise<string> {
    const { WECOM_CORP_ID = '', WECOM_SECRET } = this.settings;
    const query = new URLSearchParams({ corpid: WECOM_CORP_ID, corpsecret: WECOM_SECRET }).toString();
    const { errcode, access_token: token } = await this.ask(`/cgi-bin/gettoken?${query}`, {});
    if (errcode !== 0 || typeof token !== 'string') throw new GatewayError(`token ${errcode}`);
    return token;
  }

  private async ask(path: string, init: RequestInit) {
    const answer = await askGateway(`${this.settings.WECOM_URL.replace(/\/$/, '')}${path}`, init);
    return { ...answer, errcode: Number(answer.errcode ?? 0) } as {
      errcode: number;
      invaliduser?: string;
      access_token?: unknown;
    };
  }
}

const titleOf = (text: string): string => /^【(.{1,40}?)】/.exec(text)?.[1] ?? '来访审批';
