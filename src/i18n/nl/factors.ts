/** Where one is signed in, and how one shows that it is really them. */
export const factors = {
	sessions: {
		title: 'Waar u bent ingelogd',
		lead: 'Kent u een apparaat niet? Log het dan uit.',
		unknown: 'Onbekende browser',
		here: 'Dit apparaat',
		since: (day: string) => `Ingelogd op ${day}`,
		notKept: 'Wanneer u een apparaat gebruikte, bewaren we niet.',
		end: 'Log uit',
		endWhich: (device: string, day: string) => `: ${device}, ingelogd op ${day}`,
		link: 'Bekijk waar u bent ingelogd'
	}
};
