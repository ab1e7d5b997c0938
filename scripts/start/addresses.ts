import net from 'node:net';

/** Where the demo is found in a browser, and where its backend listens. */
export type Addresses = { app: string; backend: string };

const APP_PORT = 3000;
const BACKEND_PORT = 7007;
const HOSTS = ['127.0.0.1', '::1'];

/** The ports of app-config.yaml, or free ones where another program has them. */
export async function chooseAddresses(): Promise<Addresses> {
  return {
    app: `http://localhost:${await choosePort(APP_PORT)}`,
    backend: `http://localhost:${await choosePort(BACKEND_PORT)}`,
  };
}

/** Makes Backstage use these addresses instead of those in app-config.yaml. */
export function addressEnvironment({
  app,
  backend,
}: Addresses): Record<string, string> {
  return {
    APP_CONFIG_app_baseUrl: app,
    APP_CONFIG_app_listen_port: new URL(app).port,
    APP_CONFIG_backend_baseUrl: backend,
    APP_CONFIG_backend_listen_port: new URL(backend).port,
    APP_CONFIG_backend_cors_origin: app,
  };
}

/** A port that nobody listens on: the preferred one if it can be had. */
export async function choosePort(preferred: number): Promise<number> {
  if (await isFree(preferred)) {
    return preferred;
  }
  return new Promise((resolve, reject) => {
    const server = net.createServer().on('error', reject);
    server.listen(0, HOSTS[0], () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function isFree(port: number): Promise<boolean> {
  // A browser that asks for `localhost` tries ::1 first: a program that listens
  // only there would answer in our place.
  const results = await Promise.all(HOSTS.map(host => canListen(host, port)));
  return results.every(Boolean);
}

function canListen(host: string, port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = net
      .createServer()
      .on('error', (error: NodeJS.ErrnoException) =>
        resolve(error.code !== 'EADDRINUSE'),
      )
      .listen(port, host, () => server.close(() => resolve(true)));
  });
}
