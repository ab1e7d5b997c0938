import { Transform, type TransformCallback } from 'node:stream';

/** Passes chunks on, each so much later than the one before. At first not later at all. */
export class DelayedChunks extends Transform {
  #milliseconds = 0;
  #timer: NodeJS.Timeout | undefined;
  #pass = () => {};

  private constructor() {
    super();
  }

  static create(): DelayedChunks {
    return new DelayedChunks();
  }

  slowDown(milliseconds: number): void {
    this.#milliseconds = milliseconds;
  }

  /** Lets everything through at once again. */
  speedUp(): void {
    this.#milliseconds = 0;
    clearTimeout(this.#timer);
    this.#pass();
  }

  _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    if (this.#milliseconds === 0) {
      done(null, chunk);
      return;
    }
    this.#pass = () => {
      this.#pass = () => {};
      done(null, chunk);
    };
    this.#timer = setTimeout(() => this.#pass(), this.#milliseconds);
  }

  _destroy(error: Error | null, done: (error: Error | null) => void): void {
    clearTimeout(this.#timer);
    done(error);
  }
}
