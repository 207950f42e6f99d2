/** The table was moved, sorted or reshaped again and again while it was read: no sound image of it could be taken. */
export class TableMoving extends Error {
  constructor(register: string) {
    super(`The table of ${register} kept moving while it was read.`);
  }
}
