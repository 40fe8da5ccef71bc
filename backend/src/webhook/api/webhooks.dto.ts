import {
  ArrayMinSize,
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
} from 'class-validator';
import {
  type KeepWebhookInput,
  WEBHOOK_EVENTS,
  type WebhookCallState,
  type WebhookEvent,
  type WebhookInput,
} from '@gatehouse/contract';

export class WebhookDto implements WebhookInput {
  @IsNotEmpty()
  @IsString()
  @MaxLength(60)
  name!: string;

  @IsNotEmpty()
  @IsString()
  @MaxLength(500)
  url!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(WEBHOOK_EVENTS.length)
  @IsIn(WEBHOOK_EVENTS, { each: true })
  events!: WebhookEvent[];
}

export class KeepWebhookDto extends WebhookDto implements KeepWebhookInput {
  @IsBoolean()
  enabled!: boolean;

  @IsInt()
  @Min(1)
  version!: number;
}

export class CallFilterDto {
  @IsOptional()
  @IsUUID()
  webhook?: string;

  @IsOptional()
  @IsIn(['waiting', 'done', 'stuck'])
  state?: WebhookCallState;
}
