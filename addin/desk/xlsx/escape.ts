/**
 * Text for a file. Files write a character that XML lacks as `_x000D_`, so a text that holds just such letters has to
 * say that they are meant. The library writes the first and not the second.
 */
export const escaped = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");

/** A heading within a table's definition, where an attribute would turn line ends into spaces. */
export const escapedHeading = (text: string): string =>
  escaped(text).replace(/[\x00-\x1f]/g, (letter) => `_x${letter.charCodeAt(0).toString(16).padStart(4, "0")}_`);
