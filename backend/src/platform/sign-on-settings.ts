import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, IsUrl, Max, Min } from 'class-validator';

const address = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };
const asFlag = () => Transform(({ value }) => value === true || value === 'true');

/** How staff sign in, as far as the environment says. See docs/operations/sso.md. */
export class SignOnSettings {
  /** such as https://cas.example.edu.cn/cas; switches CAS sign-in on */
  @IsOptional()
  @IsUrl(address)
  CAS_BASE_URL?: string;

  @IsString()
  CAS_VALIDATE_PATH = '/p3/serviceValidate';

  @IsString()
  CAS_LOGIN_PATH = '/login';

  @IsString()
  CAS_LOGOUT_PATH = '/logout';

  @IsString()
  CAS_SERVICE_PARAMETER = 'service';

  /** attribute mapping as JSON */
  @IsString()
  CAS_ATTRIBUTES = '{}';

  /** what the button says */
  @IsString()
  CAS_NAME = '统一身份认证';

  @IsString()
  CAS_NAME_EN = 'University sign-on';

  /** where the metadata of the SAML provider come from; either switches SAML sign-in on */
  @IsOptional()
  @IsUrl(address)
  SAML_IDP_METADATA_URL?: string;

  @IsOptional()
  @IsString()
  SAML_IDP_METADATA_FILE?: string;

  /** which provider, where the metadata describe several */
  @IsString()
  SAML_IDP_ENTITY_ID = '';

  @IsString()
  SAML_ATTRIBUTES = '{}';

  @IsString()
  SAML_NAME_ID_FORMAT = '';

  @asFlag()
  @IsBoolean()
  SAML_ALLOW_SHA1 = false;

  @asFlag()
  @IsBoolean()
  SAML_REQUIRE_ENCRYPTION = false;

  @IsString()
  SAML_NAME = '统一身份认证（SAML）';

  @IsString()
  SAML_NAME_EN = 'University sign-on (SAML)';

  /** certificates of an own authority, for fetching from the servers above */
  @IsOptional()
  @IsString()
  SIGN_ON_CA_FILE?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1440)
  STAFF_SESSION_IDLE_MINUTES = 30;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(168)
  STAFF_SESSION_HOURS = 12;
}

/** Variables without a value of their own. */
export const optionalSignOn = [
  'CAS_BASE_URL',
  'SAML_IDP_METADATA_URL',
  'SAML_IDP_METADATA_FILE',
  'SIGN_ON_CA_FILE',
] as const;
