import { type Clock } from '../../../kernel/clock.js';
import { type Ids } from '../../../kernel/ids.js';
import { type ShortMessage, SmsChannel } from '../../application/channels.js';
import { askGateway, GatewayError } from '../gateway-error.js';
import { type GatewaySettings } from '../gateway-settings.js';
import { signedCall } from './acs3.js';

/** Longer values are refused by the operator. */
const LONGEST_PARAMETER = 35;

/** Aliyun short messages (dysmsapi 2017-05-25, SendSms): registered templates, filled with named values. */
export class AliyunSms extends SmsChannel {
  constructor(
    private readonly settings: GatewaySettings,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    super();
  }

  async send({ to, template, values }: ShortMessage): Promise<void> {
    const templateCode = this.settings.SMS_TEMPLATES[template];
    if (!templateCode) throw new GatewayError(`no-template ${template}`);
    const { address, headers } = signedCall(
      {
        url: this.settings.ALIYUN_SMS_URL,
        action: 'SendSms',
        version: '2017-05-25',
        query: {
          PhoneNumbers: operatorNumber(to),
          SignName: this.settings.SMS_SIGN_NAME,
          TemplateCode: templateCode,
          TemplateParam: JSON.stringify(shortened(values)),
        },
        date: this.clock.now().toISOString().replace(/\.\d+/, ''),
        nonce: this.ids.uuid(),
      },
      this.settings.ALIYUN_ACCESS_KEY_ID,
      this.settings.ALIYUN_ACCESS_KEY_SECRET,
    );
    const { Code: code } = await askGateway(address, { method: 'POST', headers });
    if (code !== 'OK') throw new GatewayError(typeof code === 'string' ? code : 'no-code');
  }
}

/** Mainland numbers go without prefix, others with their country code but no plus sign. */
const operatorNumber = (mobile: string): string => mobile.replace(/^\+(86)?/, '');

/** The link's own part only: registered templates carry the address themselves. */
const shortened = (values: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      (name === 'link' ? new URL(value).pathname.replace(/^\//, '') : value).slice(
        0,
        name === 'link' ? 60 : LONGEST_PARAMETER,
      ),
    ]),
  );
