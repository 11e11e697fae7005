import { Module } from '@nestjs/common';
import { AssetsController } from '../assets/assets.controller.js';
import { Assets } from '../assets/assets.js';
import { GatewayCoreModule } from '../gateway-core.module.js';
import { ProblemPages } from '../problem/problem-pages.js';
import { AccountPage } from './account/account.page.js';
import { AccountFactorsPage } from './account-factors/account-factors.page.js';
import { FactorsPages } from './account-factors/factors-pages.js';
import { PasskeyPage } from './account-factors/passkey.page.js';
import { TotpPage } from './account-factors/totp.page.js';
import { SessionsPage } from './account/sessions.page.js';
import { AddUserPage } from './add-user/add-user.page.js';
import { AuditPage } from './audit/audit.page.js';
import { ChooseKeyPage } from './choose-key/choose-key.page.js';
import { ClearCachePage } from './clear-cache/clear-cache.page.js';
import { ConfirmKeyPage } from './confirm-key/confirm-key.page.js';
import { DemoCallsPage } from './demo-calls/demo-calls.page.js';
import { DemoMailboxPage } from './demo-mailbox/demo-mailbox.page.js';
import { ForgottenKeyPage } from './forgotten-key/forgotten-key.page.js';
import { HomePage } from './home/home.page.js';
import { LanguageChoicePage } from './language-choice/language-choice.page.js';
import { LinkPage } from './link/link.page.js';
import { ManagedUser } from './modify-user/managed-user.js';
import { ModifyUserPage } from './modify-user/modify-user.page.js';
import { UserAccessPage } from './modify-user/user-access.page.js';
import { ReferenceEmailDesk } from './modify-user/reference-email-desk.js';
import { NotMePage } from './not-me/not-me.page.js';
import { PortalProblemPages } from './problem/problem.page.js';
import { SecondFactorPage } from './second-factor/second-factor.page.js';
import { RecoveryPage } from './recovery/recovery.page.js';
import { SettingsPage } from './settings/settings.page.js';
import { SignInPage } from './sign-in/sign-in.page.js';
import { SignOutPage } from './sign-out/sign-out.page.js';
import { StopRecoveryPage } from './stop-recovery/stop-recovery.page.js';
import { CaseDesk } from './support-case/case-desk.js';
import { SupportCasePage } from './support-case/support-case.page.js';
import { SupportPage } from './support/support.page.js';
import { UsersPage } from './users/users.page.js';
import { Pages } from './view/pages.js';
import { Views } from './view/views.js';

/** The portal: every page a person sees. */
@Module({
  imports: [GatewayCoreModule],
  controllers: [
    SignInPage,
    ForgottenKeyPage,
    ChooseKeyPage,
    HomePage,
    SettingsPage,
    UsersPage,
    AddUserPage,
    ModifyUserPage,
    UserAccessPage,
    AccountPage,
    SessionsPage,
    SecondFactorPage,
    AccountFactorsPage,
    TotpPage,
    PasskeyPage,
    SignOutPage,
    LinkPage,
    NotMePage,
    ClearCachePage,
    ConfirmKeyPage,
    DemoMailboxPage,
    DemoCallsPage,
    RecoveryPage,
    StopRecoveryPage,
    SupportPage,
    AuditPage,
    SupportCasePage,
    LanguageChoicePage,
    AssetsController,
  ],
  providers: [
    Assets,
    Views,
    Pages,
    FactorsPages,
    ManagedUser,
    ReferenceEmailDesk,
    CaseDesk,
    { provide: ProblemPages, useClass: PortalProblemPages },
  ],
  exports: [ProblemPages],
})
export class PagesModule {}
