import { describe, expect, it } from '@jest/globals';
import { readGatewaySettings } from './gateway-settings.js';

const aliyun = {
  SMS_GATEWAY: 'aliyun',
  ALIYUN_ACCESS_KEY_ID: 'key',
  ALIYUN_ACCESS_KEY_SECRET: 'secret',
  SMS_SIGN_NAME: '平湖大学',
  SMS_TEMPLATES: '{"one-time-code":"SMS_1"}',
};

describe('settings of the gateways', () => {
  it('may all be absent', () => {
    expect(readGatewaySettings({})).toMatchObject({ SMS_GATEWAY: 'none' });
  });

  it('are complete for Aliyun', () => {
    expect(readGatewaySettings(aliyun).SMS_TEMPLATES).toEqual({ 'one-time-code': 'SMS_1' });
  });

  it.each(['ALIYUN_ACCESS_KEY_ID', 'ALIYUN_ACCESS_KEY_SECRET', 'SMS_SIGN_NAME', 'SMS_TEMPLATES'])(
    'stop the start when %s is missing',
    (name) => expect(() => readGatewaySettings({ ...aliyun, [name]: '' })).toThrow(name),
  );

  it('stop the start when the templates are no JSON', () => {
    expect(() => readGatewaySettings({ ...aliyun, SMS_TEMPLATES: 'SMS_1' })).toThrow('SMS_TEMPLATES must be a JSON');
  });

  it('want the application of a WeCom corporation', () => {
    expect(() => readGatewaySettings({ WECOM_CORP_ID: 'corp', WECOM_SECRET: 's' })).toThrow('WECOM_AGENT_ID');
  });

  const mail = { SMTP_HOST: 'smtp.example.edu.cn', SMTP_FROM: 'gate@example.edu.cn' };

  it('insist on encryption for mail unless told otherwise, and try WeCom, mail and short messages in this order', () => {
    expect(readGatewaySettings(mail)).toMatchObject({
      SMTP_SECURITY: 'starttls',
      STAFF_CHANNELS: ['wecom', 'mail', 'sms'],
    });
  });

  it.each([
    ['SMTP_FROM', { SMTP_HOST: 'smtp.example.edu.cn' }],
    ['SMTP_FROM', { ...mail, SMTP_FROM: 'gate' }],
    ['SMTP_PASSWORD', { ...mail, SMTP_USER: 'gate' }],
    ['SMTP_SECURITY', { ...mail, SMTP_SECURITY: 'none' }],
    ['SMTP_CA_FILE', { ...mail, SMTP_CA_FILE: '/no/such/file' }],
    ['STAFF_CHANNELS', { ...mail, STAFF_CHANNELS: 'mail,pigeon' }],
  ])('stop the start when %s is missing or wrong for mail', (name, environment) =>
    expect(() => readGatewaySettings(environment)).toThrow(name),
  );
});
