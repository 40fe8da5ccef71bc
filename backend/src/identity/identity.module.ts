import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.js';
import { AuthController } from './api/auth.controller.js';
import { CodeLimits } from './api/code-limits.js';
import { DevelopmentSignInController } from './api/development-sign-in.controller.js';
import { KnownBrowsers } from './api/known-browsers.js';
import { MobileReader } from './api/mobile-reader.js';
import { SessionCookies } from './api/session-cookies.js';
import { StaffAuthenticator } from './api/staff-authenticator.js';
import { VisitorAuthenticator } from './api/visitor-authenticator.js';
import { VisitorController } from './api/visitor.controller.js';
import { DemoPeopleQuery } from './application/demo-people.query.js';
import { EndVisitorSessionHandler } from './application/end-visitor-session.js';
import { GrantRoleHandler } from './application/grant-role.js';
import { IdentityProviders } from './application/identity-provider.js';
import { OneTimeCodes } from './application/one-time-codes.js';
import { RedeemCodeHandler } from './application/redeem-code.js';
import { RoleGrants } from './application/role-grants.js';
import { SendCodeHandler } from './application/send-code.js';
import { StaffSessions, VisitorSessions } from './application/sessions.js';
import { SignInByProviderHandler } from './application/sign-in-by-provider.js';
import { SignInJournal } from './application/sign-in-journal.js';
import { SignOutHandler } from './application/sign-out.js';
import { WhoIsStaff } from './application/who-is-staff.js';
import { AuditedSignIns } from './infrastructure/audited-sign-ins.js';
import { DevelopmentProvider } from './infrastructure/development-provider.js';
import { KnownProviders } from './infrastructure/known-providers.js';
import { MikroRoleGrants } from './infrastructure/mikro-role-grants.js';
import { SqlOneTimeCodes } from './infrastructure/sql-one-time-codes.js';
import { SqlStaffSessions } from './infrastructure/sql-staff-sessions.js';
import { SqlVisitorSessions } from './infrastructure/sql-visitor-sessions.js';

@Module({
  imports: [DirectoryModule],
  controllers: [AuthController, DevelopmentSignInController, VisitorController],
  providers: [
    SignInByProviderHandler,
    SignOutHandler,
    SendCodeHandler,
    RedeemCodeHandler,
    EndVisitorSessionHandler,
    GrantRoleHandler,
    WhoIsStaff,
    DemoPeopleQuery,
    DevelopmentProvider,
    SessionCookies,
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
  ],
})
export class IdentityModule {}
