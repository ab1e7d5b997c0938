// Loaded first into a process, makes its wall clock wrong by CLOCK_SHIFT_MS.
const shift = Number(process.env.CLOCK_SHIFT_MS);
const TrueDate = Date;

class ShiftedDate extends TrueDate {
  constructor(...args) {
    super(...(args.length > 0 ? args : [TrueDate.now() + shift]));
  }

  static now() {
    return TrueDate.now() + shift;
  }
}

// Not an assignment: TypeScript would take it for a declaration of the global.
Reflect.set(globalThis, 'Date', ShiftedDate);
