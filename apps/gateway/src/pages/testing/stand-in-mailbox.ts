import { Controller } from '@nestjs/common';
import { GetDemoMail, ListDemoMails, type PayloadOf } from '#contracts';
import { type Platform, PlatformModule, type ServiceModule } from '#platform';
import { Answers } from '#service-bus';

const mail = {
  mailId: 'mail-1',
  to: 'ines.petit@ecole.example',
  subject: 'Votre clé provisoire pour l’Auto-école du Port',
  at: '2026-11-22T07:52:00.000Z',
  text: 'Bonjour Inès,\n\nvoici votre clé provisoire :\n\nQ7KD-2M9X-PR4T-8VHN\n\nElle sert une seule fois, dans l’heure.',
  html: '<p style="color:#0c4b57">Bonjour Inès,</p><p>voici votre clé provisoire :</p><p style="font-size:1.5rem"><strong>Q7KD-2M9X-PR4T-8VHN</strong></p><p><a href="/connexion">Entrer</a></p><script>document.title = "broken out"</script>',
};

/** A demo mailbox with one mail in it, which tries to run a script. */
@Controller()
class StandInMailbox {
  @Answers(ListDemoMails)
  list(_: PayloadOf<typeof ListDemoMails>) {
    const { mailId, to, subject, at } = mail;
    return { outcome: 'done' as const, mails: [{ mailId, to, subject, at }] };
  }

  @Answers(GetDemoMail)
  get({ mailId }: PayloadOf<typeof GetDemoMail>) {
    if (mailId !== mail.mailId) return { outcome: 'refused' as const, reason: 'unknown-mail' as const };
    return { outcome: 'done' as const, mail };
  }
}

class StandInMailboxModule {}

/** The demo mailbox in a few lines, answering on the bus. */
export const standInMailbox: ServiceModule = {
  with: (platform: Platform) => ({
    module: StandInMailboxModule,
    imports: [PlatformModule.with(platform)],
    controllers: [StandInMailbox],
  }),
};
