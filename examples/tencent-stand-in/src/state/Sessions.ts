import { randomBytes } from 'node:crypto';

/** A temporary credential. */
export type Session = { secretKey: string; token: string; endsAt: number };

/** A temporary credential, as the API tells it. */
export type ToldSession = {
  Credentials: { TmpSecretId: string; TmpSecretKey: string; Token: string };
  /** Seconds since 1970. */
  ExpiredTime: number;
  Expiration: string;
};

/** The temporary credentials that were given, by their ids. */
export class Sessions {
  readonly #now: () => number;
  readonly #lifetimeMs: number;
  readonly #sessions = new Map<string, Session>();

  static create(now: () => number, lifetimeMs: number): Sessions {
    return new Sessions(now, lifetimeMs);
  }

  private constructor(now: () => number, lifetimeMs: number) {
    this.#now = now;
    this.#lifetimeMs = lifetimeMs;
  }

  begin(): ToldSession {
    const secretId = `AKID${randomBytes(16).toString('hex')}`;
    const session = {
      secretKey: randomBytes(16).toString('hex'),
      token: randomBytes(32).toString('hex'),
      endsAt: this.#now() + this.#lifetimeMs,
    };
    this.#sessions.set(secretId, session);
    return {
      Credentials: {
        TmpSecretId: secretId,
        TmpSecretKey: session.secretKey,
        Token: session.token,
      },
      ExpiredTime: Math.floor(session.endsAt / 1000),
      Expiration: new Date(session.endsAt).toISOString(),
    };
  }

  /** One that has not ended. */
  find(secretId: string): Session | undefined {
    const session = this.#sessions.get(secretId);
    return session && session.endsAt > this.#now() ? session : undefined;
  }

  /** Ends all of them. */
  revoke(): void {
    this.#sessions.clear();
  }
}
