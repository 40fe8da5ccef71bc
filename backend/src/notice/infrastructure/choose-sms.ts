import { type Clock } from '../../kernel/clock.js';
import { type Ids } from '../../kernel/ids.js';
import { type Settings } from '../../platform/settings.js';
import { type SmsChannel } from '../application/channels.js';
import { AliyunSms } from './aliyun/aliyun-sms.js';
import { DevelopmentSms } from './development-sms.js';
import { type GatewaySettings } from './gateway-settings.js';

/** The gateway of the settings. A demo sends real messages too, once it is told how. */
export const chooseSms = (gateways: GatewaySettings, settings: Settings, clock: Clock, ids: Ids): SmsChannel =>
  gateways.SMS_GATEWAY === 'aliyun' ? new AliyunSms(gateways, clock, ids) : new DevelopmentSms(settings);
