import { existsSync } from 'node:fs';
import { type NoticeChannel } from '@gatehouse/contract';
import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  ArrayUnique,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  validateSync,
  ValidateIf,
} from 'class-validator';
import { SettingsError } from '../../platform/settings.js';

const url = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };
const withSms = ValidateIf((settings: GatewaySettings) => settings.SMS_GATEWAY === 'aliyun');
const withMail = ValidateIf((settings: GatewaySettings) => settings.SMTP_HOST !== undefined);
const withSmtpUser = ValidateIf((settings: GatewaySettings) => settings.SMTP_USER !== undefined);
const withWeCom = ValidateIf((settings: GatewaySettings) => settings.WECOM_CORP_ID !== undefined);

/** What the environment says of the gateways that carry messages. Secrets come from nowhere else. */
export class GatewaySettings {
  /** `none` leaves messages visible as stuck deliveries (in the demo the outbox page shows them) */
  @IsIn(['none', 'aliyun'])
  SMS_GATEWAY: 'none' | 'aliyun' = 'none';

  @withSms
  @IsString()
  ALIYUN_ACCESS_KEY_ID!: string;

  @withSms
  @IsString()
  ALIYUN_ACCESS_KEY_SECRET!: string;

  @IsUrl(url)
  ALIYUN_SMS_URL = 'https://dysmsapi.aliyuncs.com';

  /** 短信签名 as registered with the operator, without the brackets */
  @withSms
  @IsString()
  SMS_SIGN_NAME!: string;

  /** our template → the registered template code, as JSON: `{"one-time-code":"SMS_1","visit-approved":"SMS_2"}` */
  @withSms
  @Transform(({ value }: { value: unknown }) => parsed(value))
  @IsObject({ message: 'SMS_TEMPLATES must be a JSON object of template codes' })
  SMS_TEMPLATES!: Record<string, string>;

  /** 企业ID; with it members of staff get their messages in WeCom */
  @IsOptional()
  @IsString()
  WECOM_CORP_ID?: string;

  @withWeCom
  @IsString()
  WECOM_SECRET!: string;

  @withWeCom
  @Matches(/^\d+$/, { message: 'WECOM_AGENT_ID must be a number' })
  WECOM_AGENT_ID!: string;

  @IsUrl(url)
  WECOM_URL = 'https://qyapi.weixin.qq.com';

  /** the mail server; with it members of staff whose address is known get their messages by mail */
  @IsOptional()
  @IsString()
  SMTP_HOST?: string;

  /** 587 with starttls, 465 with tls, 25 without encryption */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(65535)
  SMTP_PORT?: number;

  /** `starttls` and `tls` insist on it and verify the certificate; `none` is for a relay on the same machine */
  @IsIn(['starttls', 'tls', 'none'])
  SMTP_SECURITY: 'starttls' | 'tls' | 'none' = 'starttls';

  @IsOptional()
  @IsString()
  SMTP_USER?: string;

  @withSmtpUser
  @IsString()
  SMTP_PASSWORD!: string;

  /** `传达室 <gate@example.edu.cn>` or the address alone */
  @withMail
  @Matches(/^([^<>\r\n]*<)?[^\s@<>]+@[^\s@<>]+>?$/, { message: 'SMTP_FROM must be a mail address' })
  SMTP_FROM!: string;

  /** certificates of an own authority */
  @IsOptional()
  @IsString()
  SMTP_CA_FILE?: string;

  /** ways to members of staff in the order they are tried; what is not set up or leads nowhere is passed over */
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.split(',').map((one) => one.trim()) : value,
  )
  @IsIn(['wecom', 'mail', 'sms'], { each: true, message: 'STAFF_CHANNELS must be a list of wecom, mail and sms' })
  @ArrayUnique()
  STAFF_CHANNELS: NoticeChannel[] = ['wecom', 'mail', 'sms'];
}

const OWN_MACHINE = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

function parsed(value: unknown): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : value;
  } catch {
    return value;
  }
}

/** Reads them from the environment; a wrong or missing value stops the start with a sentence that names it. */
export function readGatewaySettings(environment: Record<string, string | undefined>): GatewaySettings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([key, value]) => /^(SMS|ALIYUN|WECOM|SMTP|STAFF)_/.test(key) && value),
  );
  const settings = plainToInstance(GatewaySettings, given, { exposeDefaultValues: true });
  const problems = validateSync(settings).flatMap((error) => Object.values(error.constraints ?? {}));
  const { SMTP_HOST, SMTP_SECURITY, SMTP_CA_FILE } = settings;
  if (SMTP_HOST && SMTP_SECURITY === 'none' && !OWN_MACHINE.test(SMTP_HOST))
    problems.push('SMTP_SECURITY may be none only for a mail server on this machine');
  if (SMTP_CA_FILE && !existsSync(SMTP_CA_FILE)) problems.push(`SMTP_CA_FILE: there is no file ${SMTP_CA_FILE}`);
  if (problems.length > 0) throw new SettingsError(`Wrong setting: ${problems.join('; ')}`);
  return settings;
}
