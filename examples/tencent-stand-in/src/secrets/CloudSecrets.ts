/** What the account signs with. */
type AccountKeys = { secretId: string; secretKey: string };

/** A secret by its name, and what shows it: a piece of it in a form that it may be written in. */
type Trace = { secret: string; form: string; text: string };

/** Long enough that nobody writes it by chance. */
const PIECE_LENGTH = 48;

/** In what forms a text may be written. */
const FORMS: Record<string, (text: string) => string[]> = {
  'as it is': text => [text],
  base64: base64,
  // A kubeconfig in a Secret.
  'base64 of base64': text => base64(text).flatMap(base64),
  'URL-encoded': text => [encodeURIComponent(text)],
  'URL-encoded base64': text => base64(text).map(encodeURIComponent),
  'JSON-escaped': text => [escaped(text)],
  // An event of a task in an answer.
  'JSON within JSON': text => [escaped(escaped(text))],
};

/**
 * What must never leave a backend, and the search for it: the keys of the account, and the
 * credentials in the kubeconfigs of its clusters.
 */
export class CloudSecrets {
  readonly #traces: Trace[];

  /** @throws Error when there is no credential of a cluster: a search for nothing proves nothing */
  static create(
    keys: AccountKeys,
    kubeconfigs: Iterable<string>,
  ): CloudSecrets {
    const credentials = Array.from(kubeconfigs).flatMap(credentialsOf);
    if (credentials.length === 0) {
      throw new Error('No cluster has given anybody its credentials yet.');
    }
    return new CloudSecrets([
      ['secretId', keys.secretId],
      ['secretKey', keys.secretKey],
      ...credentials,
    ]);
  }

  private constructor(secrets: (readonly [name: string, value: string])[]) {
    this.#traces = secrets.flatMap(([secret, value]) =>
      Object.entries(FORMS).flatMap(([form, write]) =>
        write(pieceOf(value)).map(text => ({ secret, form, text })),
      ),
    );
  }

  /** The names of the secrets that are in a text, each with the first form in which it is. */
  foundIn(text: string): string[] {
    const found = new Map<string, string>();
    for (const trace of this.#traces) {
      if (!found.has(trace.secret) && text.includes(trace.text)) {
        found.set(trace.secret, trace.form);
      }
    }
    return Array.from(found, ([secret, form]) => `${secret}, ${form}`);
  }
}

/** Of base64, what is encoded: the search knows base64 as a form. */
function credentialsOf(kubeconfig: string): [name: string, value: string][] {
  const encoded = kubeconfig.matchAll(
    /(client-key-data|client-certificate-data): (\S+)/g,
  );
  const plain = kubeconfig.matchAll(/(token|password): (\S+)/g);
  return [
    ...Array.from(encoded, ([, name, value]): [string, string] => [
      name,
      Buffer.from(value, 'base64').toString(),
    ]),
    ...Array.from(plain, ([, name, value]): [string, string] => [name, value]),
  ];
}

/**
 * A piece from the middle, on one line. What was cut, indented, or has its line ends escaped shows
 * it all the same.
 */
function pieceOf(value: string): string {
  const lines = value
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('-----'));
  const line = lines[Math.floor(lines.length / 2)];
  const start = Math.max(0, Math.floor((line.length - PIECE_LENGTH) / 2));
  return line.slice(start, start + PIECE_LENGTH);
}

function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/**
 * Of a text at each of the three places that it may have among the bytes, the characters that do not
 * depend on what is around it; in both alphabets.
 */
function base64(text: string): string[] {
  return [0, 1, 2].flatMap(before => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
    const own = bytes
      .toString('base64')
      .slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
    return [own, own.replace(/\+/g, '-').replace(/\//g, '_')];
  });
}
