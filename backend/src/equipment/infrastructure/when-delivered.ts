import { AsyncResource } from 'node:async_hooks';
import { type ServerResponse } from 'node:http';

/**
 * Runs `work` once the answer has left for the device, and never when the connection broke before: a door that was not
 * told to open did not open.
 */
export function whenDelivered(response: ServerResponse, work: () => Promise<unknown>, failed: () => void): void {
  const inScope = AsyncResource.bind(() => void work().catch(failed));
  response.once('finish', () => {
    if (response.socket?.destroyed !== true) inScope();
  });
}
