export { SettingsRefused, environment, readSettings } from './settings.js';
export type { Settings } from './settings.js';
export {
  UnusableConnection,
  connectionSettings,
  credentialsOf,
} from './event-store-url/connection-settings.js';
export type { ConnectionSettings } from './event-store-url/connection-settings.js';
