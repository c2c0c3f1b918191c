/** The page of the house rules. */
export const houseRules = {
	title: 'Huisregels',
	lead: 'Zo praten wij hier met elkaar.',
	edition: (edition: string, day: string) => `Versie ${edition}, vastgesteld op ${day}.`,
	from: (place: string) => `Deze regels zijn van ${place}. Ze gelden ook hier.`,
	earlier: 'Dit is een eerdere versie. Nu gelden andere huisregels.',
	toCurrent: 'Lees de huisregels van nu',
	none: 'Er zijn hier nog geen huisregels.',
	noneHint: 'Gewone beleefdheid geldt altijd.',
	accepted: 'U bent akkoord met deze regels.',
	acceptIntro: 'Wilt u zelf iets schrijven? Ga dan eerst akkoord.',
	accept: 'Ik ga akkoord met de huisregels',
	publish: 'Huisregels vaststellen',
	publishIntro:
		'Ze gelden voor deze plek en alles eronder. Wie al akkoord was, krijgt de vraag opnieuw.',
	rules: 'Regels, elk op een eigen regel',
	rulesHint: 'Ten hoogste 20 regels. De nummers komen er vanzelf voor.',
	publishNow: 'Stel de huisregels vast',
	copy: {
		title: 'Instellingen aan andere scholen geven',
		lead: (name: string) => `Andere scholen krijgen wat nu bij ${name} staat.`,
		what: 'Wat geeft u?',
		contact: 'het contactpunt',
		rules: 'de huisregels',
		notYet: 'staat hier nog niet',
		places: 'Aan welke scholen?',
		nobody: 'Er zijn geen scholen waar u ook coördinator bent.',
		means:
			'Wat daar nu staat, wordt vervangen. Wie de oude huisregels las, leest de nieuwe opnieuw.',
		go: 'Geef de instellingen',
		done: (n: string) => `Gelukt. Aantal scholen: ${n}.`
	}
};
