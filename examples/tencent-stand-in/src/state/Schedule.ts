type Transition = {
  at: number;
  /** Something else that has to be there first. */
  ready: () => boolean;
  apply: () => void;
};

/** Options of {@link Schedule.create}. */
export type ScheduleOptions = {
  now: () => number;
  /** How many times faster than in the cloud. */
  speed: number;
  /** Called with the time at which something happens, before it does. */
  beforeChange: (at: number) => void;
};

/** What will have happened by some time. It happens when somebody looks, as tests move the clock. */
export class Schedule {
  readonly #options: ScheduleOptions;
  #transitions: Transition[] = [];

  static create(options: ScheduleOptions): Schedule {
    return new Schedule(options);
  }

  private constructor(options: ScheduleOptions) {
    this.#options = options;
  }

  after(
    milliseconds: number,
    apply: () => void,
    ready: () => boolean = () => true,
  ): void {
    const { now, speed } = this.#options;
    const at = now() + milliseconds / speed;
    this.#transitions.push({ at, ready, apply });
  }

  /** Does what is due, and what is due because of that. */
  run(): void {
    for (;;) {
      const due = this.#transitions.filter(
        ({ at, ready }) => at <= this.#options.now() && ready(),
      );
      if (due.length === 0) {
        return;
      }
      this.#transitions = this.#transitions.filter(each => !due.includes(each));
      for (const { at, apply } of due) {
        this.#options.beforeChange(at);
        apply();
      }
    }
  }
}
