/** What a device sent, as text; empty when it sent nothing. */
export const textOf = (body: unknown): string => (Buffer.isBuffer(body) ? body.toString('utf8') : '');
