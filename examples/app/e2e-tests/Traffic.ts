import type { Page, Request, Response } from '@playwright/test';

/** What Backstage asks by POST because the question is long. */
const READS_BY_POST = /\/(catalog\/entities\/by-refs|permission\/authorize)$/;

/**
 * Everything that goes between a page and the servers: addresses, headers and bodies of requests and
 * answers, and the frames of WebSockets.
 */
export class Traffic {
  readonly #texts: string[] = [];
  /** What is still being read. */
  readonly #reading = new Set<Promise<void>>();
  /** Answers whose bodies nobody can have any more. */
  readonly #unread: string[] = [];

  static record(page: Page): Traffic {
    return new Traffic(page);
  }

  private constructor(page: Page) {
    page.on('request', request => this.#read(this.#readRequest(request)));
    page.on('response', response => this.#read(this.#readResponse(response)));
    page.on('websocket', socket => {
      this.#texts.push(socket.url());
      const keep = ({ payload }: { payload: string | Buffer }) =>
        this.#texts.push(`frame ${payload}`);
      socket.on('framesent', keep);
      socket.on('framereceived', keep);
    });
  }

  /**
   * All of it, when it is read to its end.
   *
   * @throws Error when a body was lost: what is in it, nobody knows
   */
  async text(): Promise<string> {
    while (this.#reading.size > 0) {
      await Promise.all(this.#reading);
    }
    if (this.#unread.length > 0) {
      throw new Error(`These were not read:\n${this.#unread.join('\n')}`);
    }
    return this.#texts.join('\n');
  }

  #read(reading: Promise<void>): void {
    this.#reading.add(reading);
    reading
      .catch(error => this.#unread.push(String(error)))
      .finally(() => this.#reading.delete(reading));
  }

  async #readRequest(request: Request): Promise<void> {
    this.#texts.push(
      request.url(),
      request.postData() ?? '',
      JSON.stringify(await request.allHeaders()),
    );
  }

  async #readResponse(response: Response): Promise<void> {
    this.#texts.push(JSON.stringify(await response.allHeaders()));
    const isRedirect = response.status() >= 300 && response.status() < 400;
    if (!isRedirect) {
      this.#texts.push(
        await response.text().catch(() => askAgain(response.request())),
      );
    }
  }
}

/**
 * The answer to a request that the page did not read to its end: it went to another page, or has all
 * that it needs of the events of a task; that stream ends with the task.
 *
 * @throws Error when asking again might change something.
 */
async function askAgain(request: Request): Promise<string> {
  const method = request.method();
  if (method !== 'GET' && !READS_BY_POST.test(request.url())) {
    throw new Error(`The answer to ${method} ${request.url()} was lost.`);
  }
  const { authorization, 'content-type': type } = request.headers();
  const response = await fetch(request.url(), {
    method,
    headers: {
      ...(authorization && { authorization }),
      ...(type && { 'content-type': type }),
    },
    body: request.postData(),
  });
  return response.text();
}
