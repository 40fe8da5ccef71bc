import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { type Dashboard } from '@gatehouse/contract';

/** Listens to a dashboard as a browser does. Throws with the status when it is refused. */
export async function dashboardStream(url: string, cookie: string) {
  // Not fetch: when a stream is given up it connects again at once, and the house would wait for that connection.
  const request = get(url, { agent: false, headers: { accept: 'text/event-stream', cookie } });
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  if (answer.statusCode !== 200) {
    answer.resume();
    throw new Error(String(answer.statusCode));
  }
  const parts = answer.setEncoding('utf8')[Symbol.asyncIterator]() as AsyncIterator<string>;
  let text = '';
  return {
    async next(): Promise<Dashboard> {
      for (;;) {
        const found = /event: dashboard\ndata: (.*)\n\n/.exec(text);
        if (found) {
          text = text.slice(found.index + found[0].length);
          return JSON.parse(found[1] ?? '') as Dashboard;
        }
        const part = await parts.next();
        if (part.done === true) throw new Error('the stream ended');
        text += part.value;
      }
    },
    close: () => answer.destroy(),
  };
}
