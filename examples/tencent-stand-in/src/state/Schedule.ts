type Transition = {
  at: number;
  /** Something else that has to be there first. */
  ready: () => boolean;
  apply: () => void;
};

/** What will have happened by some time. It happens when somebody looks, as tests move the clock. */
export class Schedule {
  readonly #now: () => number;
  readonly #speed: number;
  #transitions: Transition[] = [];

  /** @param speed - how many times faster than in the cloud */
  static create(now: () => number, speed: number): Schedule {
    return new Schedule(now, speed);
  }

  private constructor(now: () => number, speed: number) {
    this.#now = now;
    this.#speed = speed;
  }

  after(
    milliseconds: number,
    apply: () => void,
    ready: () => boolean = () => true,
  ): void {
    const at = this.#now() + milliseconds / this.#speed;
    this.#transitions.push({ at, ready, apply });
  }

  /** Does what is due, and what is due because of that. */
  run(): void {
    for (;;) {
      const due = this.#transitions.filter(
        ({ at, ready }) => at <= this.#now() && ready(),
      );
      if (due.length === 0) {
        return;
      }
      this.#transitions = this.#transitions.filter(each => !due.includes(each));
      due.forEach(({ apply }) => apply());
    }
  }
}
