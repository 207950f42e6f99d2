const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether `text` is a UUID in its usual form; anything else could not name a row or a batch. */
export const isUuid = (text: string): boolean => UUID.test(text);
