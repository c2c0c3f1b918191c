import type { Catalogue } from '../catalogue.ts';
import { formatsFor } from '../format.ts';
import { access } from './access.ts';
import { common } from './common.ts';
import { consultations } from './consultations.ts';
import { electorate } from './electorate.ts';
import { evenings } from './evenings.ts';
import { factors } from './factors.ts';
import { helpdesk } from './helpdesk.ts';
import { houseRules } from './house-rules.ts';
import { imports } from './imports.ts';
import { invitations } from './invitations.ts';
import { journal } from './journal.ts';
import { launch } from './launch.ts';
import { layout } from './layout.ts';
import { mails } from './mails.ts';
import { letters } from './letters.ts';
import { moderation } from './moderation.ts';
import { onboarding } from './onboarding.ts';
import { panels } from './panels.ts';
import { people } from './people.ts';
import { polls } from './polls.ts';
import { questions } from './questions.ts';
import { reasons } from './reasons.ts';
import { reports } from './reports.ts';
import { scopes } from './scopes.ts';
import { signIn } from './sign-in.ts';
import { signOn } from './sign-on.ts';
import { themes } from './themes.ts';

export const en: Catalogue = {
	locale: 'en',
	format: formatsFor('en-GB'),
	access,
	common,
	consultations,
	electorate,
	evenings,
	factors,
	helpdesk,
	houseRules,
	imports,
	invitations,
	journal,
	launch,
	layout,
	mails,
	letters,
	moderation,
	onboarding,
	panels,
	people,
	polls,
	questions,
	reasons,
	reports,
	scopes,
	signIn,
	signOn,
	themes
};
