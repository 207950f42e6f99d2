export const LATVIAN = {};
