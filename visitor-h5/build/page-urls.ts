import type { Plugin } from 'vite';

const pages: Record<string, string> = { visit: 'visitor', host: 'host', guard: 'guard' };

/** The html file that answers a page URL in production: `/visit/apply` is `visitor.html`. */
export function pageFor(url: string): string | null {
  const first = /^\/(\w+)(?:[/?#]|$)/.exec(url)?.[1];
  const page = first && pages[first];
  return page ? `/h5/${page}.html` : null;
}

/** Maps the page URLs in the dev server as the backend does in production. */
export function pageUrls(): Plugin {
  return {
    name: 'gatehouse-page-urls',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        request.url = pageFor(request.url ?? '') ?? request.url;
        next();
      });
    },
  };
}
