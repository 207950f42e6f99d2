/** Hosts that show the pane inside Excel; our own desk shows it too. Nobody else may frame a page of ours. */
const FRAME_ANCESTORS = [
  "'self'",
  "https://*.officeapps.live.com",
  "https://*.office.com",
  "https://*.office365.com",
  "https://*.cloud.microsoft",
  "https://*.sharepoint.com",
  "https://*.onedrive.com",
  "https://*.live.com",
  "https://*.microsoft365.com",
].join(" ");

/**
 * Headers of every answer. There is no X-Frame-Options: it knows no list, and Excel on the web has to frame the pane.
 * frame-ancestors is the list.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": `frame-ancestors ${FRAME_ANCESTORS}; object-src 'none'; base-uri 'self'`,
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
};
