import type { Register } from "./register.ts";
import { services } from "./services.ts";

/** Every register, by key. Adding one here and a Prisma model of its columns is all that a new register needs. */
export const registers = { services } as const satisfies Record<string, Register>;
export type RegisterKey = keyof typeof registers;

/** The declaration of `key`, or undefined for a register that does not exist. */
export function findRegister(key: string): Register | undefined {
  return Object.hasOwn(registers, key) ? registers[key as RegisterKey] : undefined;
}
