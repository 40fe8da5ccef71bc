import { describe, expect, it } from '@jest/globals';
import { signedHeaders } from './signature.js';

/** The worked example that the reference libraries of Standard Webhooks test themselves with. */
const secret = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
const at = new Date(1_614_265_330_000);

describe('the signature of a message', () => {
  it('is that of the specification', () => {
    expect(signedHeaders('msg_p5jXN8AQM9LWM0D4loKWxJek', '{"test": 2432232314}', [secret], at)).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('is given once for each secret that is valid', () => {
    const headers = signedHeaders('a', '{}', [secret, Buffer.alloc(32)], at);
    expect(headers['webhook-signature']?.split(' ')).toHaveLength(2);
  });
});
