/** Names parted by `;`, as a person types them. */
const split = (value: string): readonly string[] => value.split(";").map((part) => part.trim());

/** The name that is being typed: the last one. */
export const lastPart = (value: string): string => split(value).at(-1) ?? "";

/** The same with the last name replaced, ready for another. */
export const withLast = (value: string, name: string): string => `${[...split(value).slice(0, -1), name].join("; ")}; `;
