import type { Register } from "./register.ts";

/** What is worked out of a register's declaration once and kept for the thousands of rows that ask for it. */
export function perRegister<Made>(make: (register: Register) => Made): (register: Register) => Made {
  const kept = new WeakMap<Register, { readonly made: Made }>();
  return (register) => {
    let known = kept.get(register);
    if (!known) kept.set(register, (known = { made: make(register) }));
    return known.made;
  };
}
