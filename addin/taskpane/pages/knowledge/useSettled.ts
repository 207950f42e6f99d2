import { useEffect, useState } from "react";

/** The value as it is once it has not changed for `quiet` milliseconds: while somebody types nothing is asked. */
export function useSettled<Value>(value: Value, quiet: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), quiet);
    return () => clearTimeout(timer);
  }, [value, quiet]);
  return settled;
}
