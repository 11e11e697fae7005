import { Command } from 'commander';
import { schoolCreate } from './school/school-create.js';
import { userAdd } from './user/user-add.js';

/** Every command of `npm run -s trousseau -- …`. */
export const program = (): Command => {
  const trousseau = new Command('trousseau').description('Command line of Trousseau').showHelpAfterError();
  trousseau.addCommand(new Command('school').description('Driving schools').addCommand(schoolCreate()));
  trousseau.addCommand(new Command('user').description('Users of a school').addCommand(userAdd()));
  return trousseau;
};
