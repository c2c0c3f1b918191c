import * as v from 'valibot';

/** How much say parents have, by the Dutch ladder of participation. */
export const LEVELS = ['inform', 'consult', 'advise', 'coproduce', 'decide'] as const;
export type Level = (typeof LEVELS)[number];

/** Whose answer counts once. */
export const UNITS = ['parent', 'household'] as const;
export type Unit = (typeof UNITS)[number];

/** Who can know who chose what: nobody, the system, everybody. */
export const SECRECIES = ['secret', 'confidential', 'named'] as const;
export type Secrecy = (typeof SECRECIES)[number];

/** The way an answer came in. */
export const CHANNELS = ['online', 'paper', 'evening', 'phone'] as const;
export type Channel = (typeof CHANNELS)[number];

/** A poll as the ground rules fix it. */
export type RuledPoll = {
	readonly slug: string;
	readonly question: string;
	readonly method: string;
	readonly options: readonly RuledOption[];
	readonly settings: Readonly<Record<string, number>>;
};

export type RuledOption = {
	readonly id: string;
	readonly label: string;
	/** What the label stands for: "8.30 tot 14.00 uur". Left out when there is nothing. */
	readonly hint?: string;
	/** Not in the running, and not in the preference. Left out where it is not so. */
	readonly noPreference?: true;
};

/**
 * What is agreed before anybody answers, and stands from the opening on. A plain value: strings,
 * whole numbers, lists. Its canonical JSON is hashed and anybody can check the fingerprint.
 */
export type GroundRules = {
	readonly version: 1;
	readonly title: string;
	readonly question: string;
	readonly unit: Unit;
	readonly secrecy: Secrecy;
	readonly channels: readonly Channel[];
	/** ISO 8601, UTC. */
	readonly opensAt: string;
	readonly closesAt: string;
	/** A ThresholdRule of polls/verdict.ts, or null: no threshold was agreed. */
	readonly threshold: unknown;
	/** What the outcome weighs, in the words that parents read. */
	readonly weight: string;
	readonly level: Level;
	readonly decider: string;
	readonly decisionDay: string;
	/** The day by which the board answers each theme. */
	readonly answerDay: string;
	readonly fixed: readonly string[];
	readonly open: readonly string[];
	/** Nobody sees what was chosen before the closing: two looks around one ballot would show it. */
	readonly interim: 'hidden';
	readonly polls: readonly RuledPoll[];
};

export const unit = v.picklist(UNITS, 'field.choose');
export const secrecy = v.picklist(SECRECIES, 'field.choose');
export const channel = v.picklist(CHANNELS, 'field.choose');
export const level = v.picklist(LEVELS, 'field.choose');
