/** The custom property of the file that carries the add-in's document settings. */
export const SETTINGS_PROPERTY = "Saime.Settings";
