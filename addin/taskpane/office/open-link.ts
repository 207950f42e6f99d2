/** Opens an address in the person's browser: out of Excel's pane, where nothing can be printed or kept. */
export function openLink(address: string): void {
  const ui = typeof Office === "undefined" ? undefined : Office.context?.ui;
  if (ui && Office.context.requirements?.isSetSupported("OpenBrowserWindowApi", "1.1")) ui.openBrowserWindow(address);
  else window.open(address, "_blank", "noopener");
}
