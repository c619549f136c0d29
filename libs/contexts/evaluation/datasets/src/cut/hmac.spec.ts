import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { hmacUnder } from './hmac.js';

test('a name is the HMAC-SHA-256 that any other program makes of it, after longer and shorter ones', () => {
  fc.assert(fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { minLength: 1 }), (key, texts) => {
    const hmac = hmacUnder(key);
    for (const text of texts) expect(hmac(text).toString('hex')).toBe(createHmac('sha256', key).update(text).digest('hex'));
  }));
  expect(() => hmacUnder(new Uint8Array(32))('x'.repeat(5000))).toThrow(RangeError);
});
