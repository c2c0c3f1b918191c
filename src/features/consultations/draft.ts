import { CHANNELS, type GroundRules } from './ground-rules.ts';
import type { DraftInput } from './input.ts';
import { limitsIn, ruleOf, shareFrom, shareText, type Limit } from './threshold.ts';
import { instantAt, wallClock, type Day } from '#kernel/time.ts';

function limitsFrom(given: DraftInput): Limit[] {
	const limit = (
		about: Limit['about'],
		of: Limit['of'],
		relation: DraftInput['response'],
		text: string
	): Limit[] => {
		const share = shareFrom(text);
		return relation === 'none' || !share
			? []
			: [{ kind: 'threshold', about, of, relation, ...share }];
	};
	return [
		...limit('response', 'units', given.response, given.responseShare),
		...limit('option', given.optionOf, given.option, given.optionShare)
	];
}

/** The ground rules of a draft. The polls come in at the opening, as they are then. */
export function rulesFrom(given: DraftInput): GroundRules {
	const { title, question, unit, secrecy, weight, level, decider } = given;
	const { decisionDay, answerDay, fixed, open } = given;
	return {
		version: 1,
		title,
		question,
		unit,
		secrecy,
		channels: CHANNELS.filter((channel) => given.channels.includes(channel)),
		opensAt: instantAt(given.opensDay, given.opensTime).toISOString(),
		closesAt: instantAt(given.closesDay, given.closesTime).toISOString(),
		threshold: ruleOf(limitsFrom(given), given.together),
		weight,
		level,
		decider,
		decisionDay,
		answerDay,
		fixed,
		open,
		interim: 'hidden',
		polls: []
	};
}

type Drafted = {
	readonly title: string;
	readonly slug: string;
	readonly bodyId: string | null;
	readonly introduction: string;
	readonly motive: string;
	readonly facts: readonly string[];
	readonly contact: string;
	readonly rules: GroundRules;
};

/** The fields of the form for a draft as it stands: reading them again gives the same rules. */
export function fieldsOf(draft: Drafted): Record<string, string> {
	const { rules } = draft;
	const opens = wallClock(new Date(rules.opensAt));
	const closes = wallClock(new Date(rules.closesAt));
	const { together, limits } = limitsIn(rules.threshold);
	const response = limits.find(({ about }) => about === 'response');
	const option = limits.find(({ about }) => about === 'option');
	return {
		title: draft.title,
		slug: draft.slug,
		body: draft.bodyId ?? '',
		question: rules.question,
		introduction: draft.introduction,
		motive: draft.motive,
		facts: draft.facts.join('\n'),
		fixed: rules.fixed.join('\n'),
		open: rules.open.join('\n'),
		level: rules.level,
		decider: rules.decider,
		decisionDay: rules.decisionDay,
		answerDay: rules.answerDay,
		contact: draft.contact,
		unit: rules.unit,
		secrecy: rules.secrecy,
		...Object.fromEntries(rules.channels.map((channel) => [`channel-${channel}`, 'yes'])),
		opensDay: opens.date,
		opensTime: opens.time,
		closesDay: closes.date,
		closesTime: closes.time,
		response: response?.relation ?? 'none',
		responseShare: response ? shareText(response) : '',
		option: option?.relation ?? 'none',
		optionShare: option ? shareText(option) : '',
		optionOf: option?.of ?? 'preference',
		together,
		weight: rules.weight
	};
}

const inDays = (now: Date, days: number): Day =>
	wallClock(new Date(now.getTime() + days * 86_400_000)).date;

/** The form of a new consultation: four weeks to prepare it, open for nearly three. */
export const emptyFields = (now: Date): Record<string, string> => ({
	level: 'consult',
	unit: 'parent',
	secrecy: 'secret',
	'channel-online': 'yes',
	'channel-paper': 'yes',
	'channel-evening': 'yes',
	opensDay: inDays(now, 28),
	opensTime: '08:00',
	closesDay: inDays(now, 46),
	closesTime: '23:59',
	response: 'none',
	option: 'none',
	optionOf: 'preference',
	together: 'all'
});
