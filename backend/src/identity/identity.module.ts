import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.js';
import { AuthController } from './api/auth.controller.js';
import { CasController } from './api/cas.controller.js';
import { CodeLimits } from './api/code-limits.js';
import { DevelopmentSignInController } from './api/development-sign-in.controller.js';
import { KnownBrowsers } from './api/known-browsers.js';
import { MobileReader } from './api/mobile-reader.js';
import { ProvidersController } from './api/providers.controller.js';
import { SamlSignOutController } from './api/saml-sign-out.controller.js';
import { SamlController } from './api/saml.controller.js';
import { LocalAccountsController } from './api/local-accounts.controller.js';
import { RolesController } from './api/roles.controller.js';
import { SetupController } from './api/setup.controller.js';
import { SessionCookies } from './api/session-cookies.js';
import { SignInAnswer } from './api/sign-in-answer.js';
import { SignInCookies } from './api/sign-in-cookies.js';
import { SignInLimits } from './api/sign-in-limits.js';
import { StaffAuthenticator } from './api/staff-authenticator.js';
import { VisitorAuthenticator } from './api/visitor-authenticator.js';
import { VisitorController } from './api/visitor.controller.js';
import { BeginSignInHandler } from './application/begin-sign-in.js';
import { CasSignIn } from './application/cas-sign-in.js';
import { CasSignOn } from './application/cas-sign-on.js';
import { DemoPeopleQuery } from './application/demo-people.query.js';
import { EndOtherSessionsHandler } from './application/end-other-sessions.js';
import { EndOwnSessionHandler } from './application/end-own-session.js';
import { EndProviderSessionHandler } from './application/end-provider-session.js';
import { EndVisitorSessionHandler } from './application/end-visitor-session.js';
import { ForgetMobileHandler } from './application/forget-mobile.js';
import { EndAccessHandler, EndAccessWhenStaffLeft } from './application/end-access.js';
import { LeaversAccess } from './application/leavers-access.js';
import { GrantRoleHandler } from './application/grant-role.js';
import { IdentityProviders, ProviderVersions } from './application/identity-provider.js';
import { KeepSamlProofHandler } from './application/keep-saml-proof.js';
import { OneTimeCodes } from './application/one-time-codes.js';
import { KeepProviderHandler } from './application/keep-provider.js';
import { ProviderRows } from './application/provider-rows.js';
import { ProviderTrial } from './application/provider-trial.js';
import { OwnSessionsQuery } from './application/own-sessions.query.js';
import { RedeemCodeHandler } from './application/redeem-code.js';
import { RefuseSignInHandler } from './application/refuse-sign-in.js';
import { ResumeSignInHandler } from './application/resume-sign-in.js';
import { RoleGrants } from './application/role-grants.js';
import { SamlSignIn } from './application/saml-sign-in.js';
import { SamlSignOut } from './application/saml-sign-out.js';
import { SamlSignOn } from './application/saml-sign-on.js';
import { SendCodeHandler } from './application/send-code.js';
import { StaffSessions, VisitorSessions } from './application/sessions.js';
import { SignInAttempts } from './application/sign-in-attempts.js';
import { SignInByProviderHandler } from './application/sign-in-by-provider.js';
import { SignInJournal } from './application/sign-in-journal.js';
import { SignOutHandler } from './application/sign-out.js';
import { SignOutEverywhere } from './application/sign-out-everywhere.js';
import { TakeSamlProofHandler } from './application/take-saml-proof.js';
import { TakeSignOutHandler } from './application/take-sign-out.js';
import { AppointStaffHandler } from './application/appoint-staff.js';
import { EndGrantHandler } from './application/end-grant.js';
import { Administrators } from './application/administrators.js';
import { RoleGrantsQuery } from './application/role-grants.query.js';
import { BeginLocalSessionHandler } from './application/begin-local-session.js';
import { EndLocalAccountHandler } from './application/end-local-account.js';
import { FinishSetupHandler } from './application/finish-setup.js';
import { LocalAccounts, Secrets } from './application/local-accounts.js';
import { LocalAccountsQuery } from './application/local-accounts.query.js';
import { LocalSession } from './application/local-session.js';
import { LookAtSetupHandler } from './application/look-at-setup.js';
import { MakeSetupLinkHandler } from './application/make-setup-link.js';
import { SetupLinks } from './application/setup-links.js';
import { SetupNeed } from './application/setup-need.js';
import { SignInLocallyHandler } from './application/sign-in-locally.js';
import { WhoIsStaff } from './application/who-is-staff.js';
import { SignOnHealth } from './infrastructure/sign-on-health.js';
import { AuditedSignIns } from './infrastructure/audited-sign-ins.js';
import { PassportCas } from './infrastructure/cas/passport-cas.js';
import { EnvironmentProviders } from './infrastructure/environment-providers.js';
import { KnownProviders } from './infrastructure/known-providers.js';
import { MikroLeaversAccess } from './infrastructure/mikro-leavers-access.js';
import { MikroRoleGrants } from './infrastructure/mikro-role-grants.js';
import { MetadataSource } from './infrastructure/saml/metadata-source.js';
import { PassportSaml } from './infrastructure/saml/passport-saml.js';
import { SpAddresses } from './infrastructure/saml/sp-addresses.js';
import { SamlSpKeys } from './infrastructure/saml/sp-keys.js';
import { MikroLocalAccounts } from './infrastructure/mikro-local-accounts.js';
import { OwnSecrets } from './infrastructure/own-secrets.js';
import { SqlAdministrators } from './infrastructure/sql-administrators.js';
import { SqlSetupLinks } from './infrastructure/sql-setup-links.js';
import { SqlOneTimeCodes } from './infrastructure/sql-one-time-codes.js';
import { SqlProviderVersions } from './infrastructure/sql-provider-versions.js';
import { SqlSignInAttempts } from './infrastructure/sql-sign-in-attempts.js';
import { SqlStaffSessions } from './infrastructure/sql-staff-sessions.js';
import { VisitorIndexes } from './infrastructure/visitor-indexes.js';
import { SessionKeeping } from './infrastructure/session-keeping.js';
import { SqlVisitorSessions } from './infrastructure/sql-visitor-sessions.js';

@Module({
  imports: [DirectoryModule],
  controllers: [
    AuthController,
    CasController,
    SamlController,
    SamlSignOutController,
    ProvidersController,
    RolesController,
    LocalAccountsController,
    SetupController,
    DevelopmentSignInController,
    VisitorController,
  ],
  providers: [
    BeginSignInHandler,
    ResumeSignInHandler,
    KeepSamlProofHandler,
    TakeSamlProofHandler,
    RefuseSignInHandler,
    SignInByProviderHandler,
    EndProviderSessionHandler,
    EndOtherSessionsHandler,
    EndOwnSessionHandler,
    TakeSignOutHandler,
    SignOutHandler,
    SendCodeHandler,
    RedeemCodeHandler,
    ForgetMobileHandler,
    EndVisitorSessionHandler,
    GrantRoleHandler,
    AppointStaffHandler,
    EndGrantHandler,
    RoleGrantsQuery,
    BeginLocalSessionHandler,
    EndLocalAccountHandler,
    FinishSetupHandler,
    LocalAccountsQuery,
    LocalSession,
    LookAtSetupHandler,
    MakeSetupLinkHandler,
    SetupNeed,
    SignInLocallyHandler,
    { provide: Administrators, useClass: SqlAdministrators },
    { provide: LocalAccounts, useClass: MikroLocalAccounts },
    { provide: Secrets, useClass: OwnSecrets },
    { provide: SetupLinks, useClass: SqlSetupLinks },
    EndAccessHandler,
    EndAccessWhenStaffLeft,
    { provide: LeaversAccess, useClass: MikroLeaversAccess },
    WhoIsStaff,
    DemoPeopleQuery,
    OwnSessionsQuery,
    KeepProviderHandler,
    ProviderRows,
    ProviderTrial,
    CasSignIn,
    SamlSignIn,
    SamlSignOut,
    SignOutEverywhere,
    EnvironmentProviders,
    MetadataSource,
    SpAddresses,
    SamlSpKeys,
    SignInAnswer,
    SignInCookies,
    SignInLimits,
    SessionCookies,
    SessionKeeping,
    SignOnHealth,
    VisitorIndexes,
    MobileReader,
    KnownBrowsers,
    CodeLimits,
    StaffAuthenticator,
    VisitorAuthenticator,
    { provide: StaffSessions, useClass: SqlStaffSessions },
    { provide: VisitorSessions, useClass: SqlVisitorSessions },
    { provide: OneTimeCodes, useClass: SqlOneTimeCodes },
    { provide: RoleGrants, useClass: MikroRoleGrants },
    { provide: SignInJournal, useClass: AuditedSignIns },
    { provide: IdentityProviders, useClass: KnownProviders },
    { provide: ProviderVersions, useClass: SqlProviderVersions },
    { provide: SignInAttempts, useClass: SqlSignInAttempts },
    { provide: CasSignOn, useClass: PassportCas },
    { provide: SamlSignOn, useClass: PassportSaml },
  ],
})
export class IdentityModule {}
