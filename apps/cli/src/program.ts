import { Command } from 'commander';
import { audit } from './audit/audit.js';
import { calibrate } from './calibrate/calibrate.js';
import { erase } from './erase/erase.js';
import { operatorAdd } from './operator/operator-add.js';
import { messaging } from './messaging/messaging.js';
import { keys } from './keys/keys.js';
import { projection } from './projection/projection.js';
import { schoolCreate } from './school/school-create.js';
import { schoolPhone } from './school/school-phone.js';
import { speakingFrench } from './terminal/help/speaking-french.js';
import type { Language } from './terminal/language.js';
import { refusingInJson } from './terminal/usage/refusing-in-json.js';
import { userImport } from './user/import/user-import.js';
import { userAdd } from './user/user-add.js';
import { userWelcome } from './user/welcome/user-welcome.js';

/** Every command of `npm run -s trousseau -- …`, and its help in this language; `json`: what it refuses to understand is said in JSON. */
export const program = (language: Language, json = false): Command => {
  const trousseau = new Command('trousseau').description('command line of Trousseau').showHelpAfterError();
  trousseau.addCommand(
    new Command('school').description('driving schools').addCommand(schoolCreate()).addCommand(schoolPhone()),
  );
  trousseau.addCommand(
    new Command('user')
      .description('users of a school')
      .addCommand(userAdd())
      .addCommand(userImport())
      .addCommand(userWelcome()),
  );
  trousseau.addCommand(erase());
  trousseau.addCommand(new Command('operator').description('our own people').addCommand(operatorAdd()));
  trousseau.addCommand(keys());
  trousseau.addCommand(audit());
  trousseau.addCommand(messaging());
  trousseau.addCommand(projection());
  trousseau.addCommand(calibrate());
  if (language === 'fr') speakingFrench(trousseau);
  return json ? refusingInJson(trousseau, language) : trousseau;
};
