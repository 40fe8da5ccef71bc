import { plainToInstance, Transform } from 'class-transformer';
import { IsIn, IsObject, IsOptional, IsString, IsUrl, Matches, validateSync, ValidateIf } from 'class-validator';
import { SettingsError } from '../../platform/settings.js';

const url = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };
const withSms = ValidateIf((settings: GatewaySettings) => settings.SMS_GATEWAY === 'aliyun');
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
}

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
    Object.entries(environment).filter(([key, value]) => /^(SMS|ALIYUN|WECOM)_/.test(key) && value),
  );
  const settings = plainToInstance(GatewaySettings, given, { exposeDefaultValues: true });
  const problems = validateSync(settings).flatMap((error) => Object.values(error.constraints ?? {}));
  if (problems.length > 0) throw new SettingsError(`Wrong setting: ${problems.join('; ')}`);
  return settings;
}
