import { setTimeout as sleep } from 'node:timers/promises';
import { JsonObject } from '@backstage/types';

/** How a task of the scaffolder ended. */
export type TaskResult = {
  status: string;
  /** Every line of the task log, with the step that wrote it. */
  log: string[];
  /** What the template gives out. */
  output: JsonObject;
};

type TaskEvent = {
  id: number;
  body: { message: string; stepId?: string; output?: JsonObject };
};

const FINAL = ['completed', 'failed', 'cancelled'];

/** The scaffolder ends a task without waiting until its last lines are in the database. */
const LOG_LAG_MS = 5_000;

/** The scaffolder's own REST API, as its page in the browser uses it. */
export class ScaffolderClient {
  readonly #url: string;
  readonly #headers: Record<string, string>;

  static create(options: { url: string; token?: string }) {
    return new ScaffolderClient(options.url, {
      'content-type': 'application/json',
      ...(options.token && { authorization: `Bearer ${options.token}` }),
    });
  }

  private constructor(url: string, headers: Record<string, string>) {
    this.#url = url;
    this.#headers = headers;
  }

  async start(templateRef: string, values: JsonObject): Promise<string> {
    const { id } = await this.#request<{ id: string }>('POST', '/v2/tasks', {
      templateRef,
      values,
    });
    return id;
  }

  /** As the button "Start Over" does: another task with the same values. */
  async startOver(taskId: string): Promise<string> {
    const { spec } = await this.#task(taskId);
    return this.start(spec.templateInfo.entityRef, spec.parameters);
  }

  async retry(taskId: string): Promise<void> {
    await this.#request('POST', `/v2/tasks/${taskId}/retry`, {});
  }

  async cancel(taskId: string): Promise<void> {
    await this.#request('POST', `/v2/tasks/${taskId}/cancel`, {});
  }

  async log(taskId: string): Promise<string[]> {
    return (await this.#events(taskId)).map(
      ({ body }) => `${body.stepId ?? 'task'}: ${body.message}`,
    );
  }

  /** Waits until a line of the log matches. */
  async waitForLine(taskId: string, line: RegExp): Promise<void> {
    let endedAt: number | undefined;
    for (;;) {
      // First the status: what a task wrote before it ended must not be overlooked.
      const { status } = await this.#task(taskId);
      const log = await this.log(taskId);
      if (log.some(text => line.test(text))) {
        return;
      }
      if (FINAL.includes(status)) {
        endedAt ??= Date.now();
      }
      if (endedAt !== undefined && Date.now() - endedAt > LOG_LAG_MS) {
        throw new Error(
          `Task ${taskId} ended ${status} without ${line}:\n${log.join('\n')}`,
        );
      }
      await sleep(50);
    }
  }

  async waitForEnd(taskId: string): Promise<TaskResult> {
    for (;;) {
      const { status } = await this.#task(taskId);
      if (FINAL.includes(status)) {
        const events = await this.#events(taskId);
        return {
          status,
          log: await this.log(taskId),
          output: events.findLast(({ body }) => body.output)?.body.output ?? {},
        };
      }
      await sleep(100);
    }
  }

  async run(templateRef: string, values: JsonObject): Promise<TaskResult> {
    return this.waitForEnd(await this.start(templateRef, values));
  }

  async dryRun(template: object, values: JsonObject): Promise<TaskResult> {
    const result = await this.#request<{
      log: TaskEvent[];
      output: JsonObject;
    }>('POST', '/v2/dry-run', { template, values, directoryContents: [] });
    return {
      status: 'completed',
      log: result.log.map(
        ({ body }) => `${body.stepId ?? 'task'}: ${body.message}`,
      ),
      output: result.output,
    };
  }

  async #task(taskId: string) {
    return this.#request<{
      status: string;
      spec: { parameters: JsonObject; templateInfo: { entityRef: string } };
    }>('GET', `/v2/tasks/${taskId}`);
  }

  async #events(taskId: string) {
    return this.#request<TaskEvent[]>('GET', `/v2/tasks/${taskId}/events`);
  }

  async #request<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.#url}/api/scaffolder${path}`, {
      method,
      headers: this.#headers,
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${text}`);
    }
    return text ? JSON.parse(text) : (undefined as T);
  }
}
