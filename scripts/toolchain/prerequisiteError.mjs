/** Something that this machine lacks, and how to get it. */
export class PrerequisiteError extends Error {
  constructor(message, remedy) {
    super(message);
    this.name = 'PrerequisiteError';
    this.remedy = remedy;
  }
}
