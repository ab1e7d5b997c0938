import path from 'node:path';

/** What lets the bench into each of its Backstages. */
export const TOKEN = 'token-of-the-bench';

/** Where a Backstage of the bench listens and keeps its data, and whom it lets in. */
export function backendSection(options: {
  url: string;
  port: number;
  directory: string;
}): object {
  const { url, port, directory } = options;
  return {
    baseUrl: url,
    listen: { host: '127.0.0.1', port },
    database: {
      client: 'better-sqlite3',
      connection: { directory: path.join(directory, 'database') },
    },
    auth: {
      externalAccess: [
        { type: 'static', options: { token: TOKEN, subject: 'bench' } },
      ],
    },
  };
}
