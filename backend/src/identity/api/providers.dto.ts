import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { type AttributeMapping, type KeepProviderInput, type ProviderSettings } from '@gatehouse/contract';
import { withUsualMapping } from '../application/usual-mapping.js';

const Names = () => (target: object, property: string) => {
  for (const check of [
    IsOptional(),
    IsArray(),
    ArrayMaxSize(20),
    IsString({ each: true }),
    MaxLength(200, { each: true }),
  ])
    check(target, property);
};

class NameDto {
  @IsNotEmpty()
  @IsString()
  @MaxLength(40)
  zh!: string;

  @IsNotEmpty()
  @IsString()
  @MaxLength(40)
  en!: string;
}

class MappingDto implements Partial<AttributeMapping> {
  @Names()
  staffNumber?: string[];

  @Names()
  name?: string[];

  @Names()
  unit?: string[];

  @Names()
  mobile?: string[];

  @Names()
  mail?: string[];

  @Names()
  type?: string[];

  @Names()
  allowedTypes?: string[];
}

class SettingsDto {
  @IsIn(['cas', 'saml'])
  kind!: 'cas' | 'saml';

  @IsOptional()
  @IsString()
  @MaxLength(500)
  baseUrl = '';

  @IsOptional()
  @IsString()
  @MaxLength(200)
  loginPath = '/login';

  @IsOptional()
  @IsString()
  @MaxLength(200)
  validatePath = '/p3/serviceValidate';

  @IsOptional()
  @IsString()
  @MaxLength(200)
  logoutPath = '/logout';

  @IsOptional()
  @IsString()
  @MaxLength(32)
  serviceParameter = 'service';

  @IsOptional()
  @IsString()
  @MaxLength(500)
  metadataUrl: string | null = null;

  @IsOptional()
  @IsString()
  @MaxLength(500_000)
  metadataXml: string | null = null;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  idpEntityId: string | null = null;

  @IsOptional()
  @IsBoolean()
  allowSha1 = false;

  @IsOptional()
  @IsBoolean()
  requireEncryption = false;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  nameIdFormat: string | null = null;

  @IsOptional()
  @ValidateNested()
  @Type(() => MappingDto)
  mapping?: MappingDto;

  /** Only what belongs to the kind. */
  asSettings(): ProviderSettings {
    const mapping = withUsualMapping({ ...this.mapping });
    if (this.kind === 'cas') {
      const { kind, loginPath, validatePath, logoutPath, serviceParameter } = this;
      return {
        kind,
        baseUrl: this.baseUrl.replace(/\/+$/, ''),
        loginPath,
        validatePath,
        logoutPath,
        serviceParameter,
        mapping,
      };
    }
    const { kind, allowSha1, requireEncryption } = this;
    const optional = (text: string | null) => (text === '' ? null : text);
    return {
      ...{ kind, allowSha1, requireEncryption, mapping },
      metadataUrl: optional(this.metadataUrl),
      metadataXml: optional(this.metadataXml),
      idpEntityId: optional(this.idpEntityId),
      nameIdFormat: optional(this.nameIdFormat),
    };
  }
}

export class KeepProviderDto {
  @IsInt()
  @Min(0)
  version!: number;

  @ValidateNested()
  @Type(() => NameDto)
  @IsNotEmpty()
  name!: NameDto;

  @IsBoolean()
  enabled!: boolean;

  @ValidateNested()
  @Type(() => SettingsDto)
  @IsNotEmpty()
  settings!: SettingsDto;

  asInput(): KeepProviderInput {
    const { version, name, enabled } = this;
    return { version, name: { zh: name.zh, en: name.en }, enabled, settings: this.settings.asSettings() };
  }
}
