export * from './aead.js';
export * from './apply.js';
export * from './base64url.js';
export * from './format.js';
export * from './records.js';
export * from './sign.js';
