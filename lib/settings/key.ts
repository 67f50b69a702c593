/** Under which name the settings are kept on this device. */
export const settingsKey = 'settings';
