import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsJSON,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  validateSync,
} from 'class-validator';
import { resolve } from 'node:path';
import { optionalSignOn, SignOnSettings } from './sign-on-settings.js';

const url = { require_tld: false, require_protocol: true };

/** Everything the environment can set. A wrong value stops the start with a sentence that names it. */
export class Settings extends SignOnSettings {
  /** `demo` brings a demo campus, a development sign-in page and a message outbox; `production` refuses all three. */
  @IsIn(['demo', 'production'])
  APP_MODE: 'demo' | 'production' = 'production';

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT = 8080;

  /** where to listen; by default everywhere, a demo on this machine only, since anybody can sign in to it */
  @IsOptional()
  @IsString()
  HOST?: string;

  /** the address people type, without a slash at the end */
  @IsUrl({ ...url, protocols: ['http', 'https'] })
  @Transform(({ value }: { value: string }) => value.replace(/\/+$/, ''))
  PUBLIC_URL = 'http://localhost:8080';

  /** keys, the embedded database, files */
  @Transform(({ value }: { value: string }) => resolve(value))
  @IsString()
  DATA_DIR = resolve('.data');

  /** an own PostgreSQL ≥ 15; without it the embedded one is started */
  @IsOptional()
  @IsUrl({ ...url, protocols: ['postgres', 'postgresql'] })
  DATABASE_URL?: string;

  /** 32 bytes as base64; without it a key file is made in DATA_DIR */
  @IsOptional()
  @Matches(/^[A-Za-z0-9+/]{43}=$/, { message: 'MASTER_KEY must be 32 bytes in base64 (44 characters)' })
  MASTER_KEY?: string;

  /** while MASTER_KEY is being renewed: those before it, with commas between */
  @IsOptional()
  @Matches(/^[A-Za-z0-9+/]{43}=(,[A-Za-z0-9+/]{43}=)*$/, {
    message: 'MASTER_KEYS_BEFORE must be keys of 32 bytes in base64',
  })
  MASTER_KEYS_BEFORE?: string;

  @IsIn(['huzhou', 'zhengzhou'])
  PRESET: 'huzhou' | 'zhengzhou' = 'huzhou';

  @IsString()
  ORGANISATION = '平湖大学';

  @IsString()
  ORGANISATION_EN = 'Pinghu University';

  /** true behind a reverse proxy that sets X-Forwarded-For */
  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  TRUST_PROXY = false;

  @IsIn(['silent', 'error', 'warn', 'info', 'debug'])
  LOG_LEVEL: 'silent' | 'error' | 'warn' | 'info' | 'debug' = 'info';

  /** connections of this process */
  @Type(() => Number)
  @IsInt()
  @Min(4)
  @Max(200)
  DATABASE_POOL = 20;

  /** days that the file of an export can be fetched */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(90)
  EXPORT_KEPT_DAYS = 7;

  /** exports that this process writes at the same time; 0 leaves them to other processes */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(8)
  EXPORTS_AT_ONCE = 2;

  /** share of the active staff of a source, in per cent, that one sync may let go without somebody confirming it */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(100)
  DIRECTORY_LEAVER_PERCENT = 10;

  /** the directory server, `ldaps://host` or `ldap://host` with LDAP_STARTTLS; without it staff come from files alone */
  @IsOptional()
  @IsUrl({ ...url, protocols: ['ldap', 'ldaps'] })
  LDAP_URL?: string;

  @IsOptional()
  @IsString()
  LDAP_BIND_DN?: string;

  @IsOptional()
  @IsString()
  LDAP_BIND_PASSWORD?: string;

  @IsOptional()
  @IsString()
  LDAP_BASE_DN?: string;

  @IsString()
  LDAP_STAFF_FILTER = '(employeeNumber=*)';

  /** which entries are units; without it units come from files alone */
  @IsOptional()
  @IsString()
  LDAP_UNIT_FILTER?: string;

  /** which attribute holds what, as JSON; see docs/operations/directory.md */
  @IsOptional()
  @IsJSON()
  LDAP_ATTRIBUTES?: string;

  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  LDAP_STARTTLS = false;

  /** certificates that the server's may be signed with, as a PEM file */
  @IsOptional()
  @IsString()
  LDAP_CA_FILE?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1440)
  LDAP_SYNC_MINUTES = 30;

  /** lets Prometheus read /api/metrics as a bearer; without it there is nothing to read */
  @IsOptional()
  @Matches(/^[\w-]{16,}$/, { message: 'METRICS_TOKEN must be at least 16 letters, digits, - or _' })
  METRICS_TOKEN?: string;

  /** systems that ask with signed requests, as JSON `{"hall":"a secret of at least 32 characters"}` */
  @IsOptional()
  @Matches(/^\{(\s*"[a-z][a-z0-9-]{1,31}"\s*:\s*"[^"\\]{32,}"\s*,?)+\}$/, {
    message: 'API_CLIENTS must be a JSON object of names and secrets of at least 32 characters',
  })
  API_CLIENTS?: string;

  get apiClients(): Map<string, string> {
    return new Map(Object.entries(JSON.parse(this.API_CLIENTS ?? '{}') as Record<string, string>));
  }

  get listenOn(): string {
    return this.HOST ?? (this.isDemo ? '127.0.0.1' : '0.0.0.0');
  }

  get isDemo(): boolean {
    return this.APP_MODE === 'demo';
  }
}

export class SettingsError extends Error {}

/** Reads settings from the environment; empty values count as absent. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const ldap = ['URL', 'BIND_DN', 'BIND_PASSWORD', 'BASE_DN', 'UNIT_FILTER', 'ATTRIBUTES', 'CA_FILE'];
  const optional = ['DATABASE_URL', 'MASTER_KEY', 'MASTER_KEYS_BEFORE', 'HOST', 'API_CLIENTS', ...optionalSignOn];
  const known = Object.keys(new Settings()).concat(
    optional,
    ldap.map((name) => `LDAP_${name}`),
  );
  const given = Object.fromEntries(known.filter((key) => environment[key]).map((key) => [key, environment[key]]));
  if (!given.PUBLIC_URL && given.PORT) given.PUBLIC_URL = `http://localhost:${given.PORT}`;
  const settings = plainToInstance(Settings, given, { exposeDefaultValues: true });
  const problems = validateSync(settings).flatMap((error) => Object.values(error.constraints ?? {}));
  if (settings.APP_MODE === 'production' && !settings.PUBLIC_URL.startsWith('https://'))
    problems.push('PUBLIC_URL must begin with https:// in production');
  if (settings.LDAP_URL && !(settings.LDAP_BIND_DN && settings.LDAP_BIND_PASSWORD && settings.LDAP_BASE_DN))
    problems.push('LDAP_URL needs LDAP_BIND_DN, LDAP_BIND_PASSWORD and LDAP_BASE_DN');
  if (settings.APP_MODE === 'production' && settings.LDAP_URL?.startsWith('ldap:') && !settings.LDAP_STARTTLS)
    problems.push('LDAP_URL must begin with ldaps:// in production, or LDAP_STARTTLS be true');
  if (problems.length > 0) throw new SettingsError(`Wrong setting: ${problems.join('; ')}`);
  return settings;
}
