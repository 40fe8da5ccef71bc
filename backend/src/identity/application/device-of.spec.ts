import { expect, it } from '@jest/globals';
import { deviceLabelOf } from './device-of.js';

it.each([
  [
    'Mozilla/5.0 (Linux; Android 14; HONOR) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0',
    'WeChat · Android',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1 wxwork/4.1 MicroMessenger/7.0',
    'WeCom · iOS',
  ],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/129.0 Safari/537.36 Edg/129.0', 'Edge · Windows'],
  ['curl/8', ''],
])('%s', (userAgent, label) => expect(deviceLabelOf(userAgent)).toBe(label));
