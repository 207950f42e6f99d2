/**
 * How a person gets the add-in into Excel while it is developed, in short; docs/excel.md has the whole story.
 * `manifest` is the path of the add-in-only manifest, `url` the server's address.
 */
export function sideloadSteps(manifest: string, url: string): string[] {
  return [
    `Saime answers at ${url}; its manifest is ${manifest}`,
    "",
    "Excel on the web   Open a workbook, then Home > Add-ins > More Settings > Upload My Add-in, and choose the manifest.",
    "Windows            In another window:",
    `                   npx office-addin-debugging@7 start "${manifest}" desktop --no-debug`,
    "Mac                Copy the manifest, then start Excel again and find Saime under Home > Add-ins:",
    `                   cp "${manifest}" ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef/`,
    "                   (make the folder wef when it is not there)",
    "",
    "More, and what to do when Excel shows an old add-in: docs/excel.md. Stop with Ctrl+C.",
  ];
}
