export { SettingsRefused, environment, readSettings } from './settings.js';
export type { Settings } from './settings.js';
