import { plural } from '../plural.ts';

/** Coming in, going out, one's own page and preferences, the front page and the explanation. */
export const access = {
	front: {
		title: 'Praat mee over uw school',
		lead: 'De school maakt plannen. U zegt wat u ervan vindt. Daarna leest u wat de school met uw mening doet.',
		look: 'Eerst rondkijken, zonder code',
		places: 'Kies uw school',
		placesIntro: 'Lezen kan zonder code.',
		noPlaces: 'Er zijn nog geen raadplegingen.',
		noPlacesHint: 'Hebt u een brief met een code? Vul die hierboven in.'
	},
	join: {
		title: 'Meedoen met uw code',
		lead: 'De code staat in het vak op de brief van school.',
		code: 'Uw code',
		hint: 'Acht tekens. Grote of kleine letters maakt niet uit.',
		go: 'Verder',
		wrongTitle: 'Deze code klopt niet',
		wrongHint: 'Controleer de code. In een code staan nooit een O, een I of een nul.',
		inPage: (title: string) => `Fout: ${title}`,
		picture: 'Zo ziet het vak op de brief eruit.',
		noCode: 'Geen code bij de hand?',
		otherWays: 'Lukt het zo niet?',
		byMail: 'Log in met uw mailadres',
		byMailHint: 'U krijgt een mail met een link.',
		byPasskey: 'Log in met een passkey',
		byPasskeyHint: 'Als u die eerder maakte, op uw eigen pagina.',
		byPassword: 'Log in met een wachtwoord',
		byPasswordHint: 'Als u er zelf een koos, op uw eigen pagina.',
		newCode: 'Vraag een nieuwe code',
		newCodeHint: 'Bel of mail de school. Het nummer staat op de brief.',
		readOnly: 'Ik wil alleen lezen',
		readOnlyHint: 'Dat kan zonder code.',
		staff: 'Werkt u op school? Vul hier de code in die u van de coördinator kreeg.',
		signedIn: 'U bent al ingelogd. Met een andere code logt u opnieuw in.',
		aside: 'Veilig meedoen',
		weKnow: 'Wat weten we van u?',
		weKnowText:
			'De code hoort bij één ouder. De school weet wie de brief kreeg. Bij een geheime peiling bewaren we niet wie wat koos.',
		oneCode: 'Eén code, één stem',
		oneCodeText: 'Elke ouder heeft een eigen code. Ook als u niet samenwoont.'
	},
	link: {
		title: 'Inloggen met uw link',
		lead: 'Met deze knop logt u in. De link werkt één keer.',
		go: 'Log in',
		shared: 'Is dit niet uw eigen apparaat? Log na afloop weer uit.',
		goneTitle: 'Deze link werkt niet meer',
		goneHint: 'De link is gebruikt of te oud. Vraag een nieuwe link aan wie u hem stuurde.'
	},
	request: {
		title: 'Meedoen zonder code',
		lead: (name: string) => `Bent u ouder of verzorger bij ${name}? Vraag het de school.`,
		noChildren: 'Schrijf geen namen van kinderen op. Die hebben we niet nodig.',
		name: 'Uw naam',
		email: 'Uw mailadres',
		emailHint: 'Niemand anders krijgt uw mailadres te zien.',
		group: 'Groep van uw kind',
		groupHint: 'Bijvoorbeeld: groep 3. Dit hoeft u niet in te vullen.',
		confirm: 'Wie bent u?',
		isParent: 'Ik ben ouder of verzorger, en 16 jaar of ouder.',
		ask: 'Stuur de aanvraag',
		askedTitle: 'Uw aanvraag is verstuurd',
		askedText:
			'Iemand van de school kijkt ernaar. Wordt u toegelaten? Dan krijgt u van de school een link.',
		member: 'U hoort al bij deze school. U hoeft niets aan te vragen.'
	},
	signOut: {
		title: 'Uitloggen',
		lead: 'Daarna hebt u uw code weer nodig.',
		go: 'Log uit'
	},
	preferences: {
		title: 'Weergave en taal',
		lead: 'We bewaren uw keuze een jaar in deze browser.',
		language: 'Taal',
		languageHint: 'Wat ouders schrijven, blijft in hun eigen taal.',
		view: 'Weergave',
		views: {
			device: 'Zoals mijn apparaat',
			light: 'Licht',
			dark: 'Donker',
			contrast: 'Veel contrast'
		},
		saveLanguage: 'Kies deze taal',
		saveView: 'Kies deze weergave',
		larger: 'Grotere letters? Zoom in met uw browser. De pagina past zich aan.'
	},
	me: {
		title: 'Mijn deelname',
		lead: 'Dit weet deze website van u.',
		name: 'Uw naam',
		nameHint: 'Andere ouders zien uw naam alleen als u dat kiest bij een reactie.',
		saveName: 'Bewaar mijn naam',
		email: 'Uw mailadres',
		emailHint: 'Het mailadres komt van school. Klopt het niet? Vraag het de school.',
		wantsPaper: 'De school schrijft u liever op papier. Anders? Vraag het de school.',
		places: 'Waar hoort u bij?',
		consultations: 'Waar kunt u aan meedoen?',
		noConsultations: 'U kunt nu nergens aan meedoen.',
		noConsultationsHint: 'Krijgt u een brief met een code? Dan staat de raadpleging hier.',
		seats: 'Uw zetels',
		seatsMean:
			'Legt u een zetel neer? Dan stoppen de rechten ervan meteen. Wat u schreef, blijft staan.',
		layDown: (body: string) => `Leg mijn zetel neer: ${body}`,
		laidDown: 'U hebt uw zetel neergelegd.',
		leave: 'Een school verlaten',
		leaveIntro: 'Is uw kind van school? Dan kunt u hier stoppen als ouder van die school.',
		leaveSchool: (name: string) => `Ik ben geen ouder meer van ${name}`,
		leaveMeans: [
			'U doet daar niet meer mee, ook niet aan wat nu loopt. Uw code werkt er niet meer.',
			'Een stem die u gaf, blijft geteld. Wat u schreef, blijft staan.',
			'Wilt u terug? Dat vraagt u aan de school.'
		],
		leaveNow: (name: string) => `Verlaat ${name}`,
		left: 'U hoort niet meer bij deze school.',
		out: 'Uitloggen',
		outHint: 'Op een gedeeld apparaat logt u beter uit.',
		signOut: 'Log uit',
		everywhere: 'Log overal uit',
		everywhereHint: 'Bijvoorbeeld als u uw telefoon kwijt bent.'
	},
	help: {
		title: 'Zo werkt het',
		lead: 'Op deze website vraagt de school wat u vindt. U leest ook wat zij ermee doet.',
		code: 'Uw code',
		codeText: [
			'Elke ouder krijgt een brief met een eigen code. U hebt geen wachtwoord nodig.',
			'De code werkt tot de telling dicht is. U kunt er vaker mee inloggen.',
			'Bent u de brief kwijt? Bel of mail de school. U krijgt dan een nieuwe code.'
		],
		ways: 'Liever niet online?',
		waysText: [
			'U kunt een formulier op papier inleveren. Dat telt even zwaar.',
			'Op de ouderavond schrijven we op wat u zegt. U leest het later online.'
		],
		fair: 'Zo tellen we',
		fairText: [
			'De spelregels liggen vast voordat de raadpleging opengaat. U kunt ze nalezen.',
			'Ieder gezin of iedere ouder telt één keer: online of op papier.',
			'Handen tellen op de avond geeft een indruk. Het telt niet mee als stem.'
		],
		notHere: 'Dit vindt u hier niet',
		notHereText: 'Hiervoor gebruikt de school een ander systeem. Vraag de school welk.',
		notHereList: [
			'cijfers en rapporten van uw kind',
			'berichten en nieuwsbrieven van school',
			'uw kind ziek melden of verlof vragen',
			'een gesprek met de leraar plannen',
			'foto’s van de klas',
			'de ouderbijdrage betalen',
			'verkiezingen voor de MR'
		],
		privacy: 'Wat bewaren we?',
		privacyText: [
			'Uw school geeft per gezin een sleutel, en soms een naam of mailadres. Namen van kinderen staan hier niet.',
			'We bewaren dát u meedeed. Bij een geheime peiling bewaren we uw keuze los daarvan.',
			'Schrijft u een reactie? Dan kiest u zelf of uw naam erbij staat.',
			'We houden niet bij wat u leest. Er is geen reclame en er kijken geen andere bedrijven mee.',
			'Na het inloggen staat er een cookie in uw browser. Log uit, en de cookie is weg.'
		],
		language: 'Taal en weergave',
		languageText:
			'Deze website is er in het Nederlands en het Engels. Er is ook een donkere weergave.',
		languageLink: 'Kies taal en weergave'
	},
	error: {
		signIn: 'Hiervoor hebt u uw code nodig',
		missing: 'Controleer het adres, of begin opnieuw.',
		tooLarge:
			'Dit is te veel om in één keer te sturen. Er is niets bewaard. Ga terug en stuur het in delen.',
		nothingToSend: 'Op deze pagina kunt u niets versturen. Er is niets bewaard. Begin opnieuw.'
	},
	setUp: {
		title: 'Deze website inrichten',
		lead: 'Er is hier nog niets. U maakt de eerste plek en wordt de coördinator.',
		key: 'Sleutel',
		keyHint: 'De sleutel staat in het venster waarin u het programma startte.',
		own: 'Begin met uw eigen organisatie',
		organisation: 'Naam van de organisatie',
		organisationHint: 'Bijvoorbeeld: Samenwerkingsverband Merelstreek, of obs De Merelmolen.',
		kind: 'Wat is het?',
		name: 'Uw naam',
		email: 'Uw mailadres',
		go: 'Richt de website in',
		demo: 'Of bekijk eerst een voorbeeld',
		demoText: 'U krijgt een verzonnen regio met scholen en raadplegingen. Het duurt even.',
		demoGo: 'Laad het voorbeeld',
		demoTitle: 'Het voorbeeld staat klaar',
		demoKeep: 'Hieronder staat wie kan inloggen met welke code. U ziet deze codes maar één keer.',
		demoDoors: 'Wie kan wat in het voorbeeld?',
		demoWho: 'Wie',
		demoCode: 'Code',
		demoDoes: 'Om te doen',
		doneTitle: 'De website is ingericht',
		doneCode: 'Dit is uw inlogcode. U ziet hem maar één keer.',
		doneKeep: 'Schrijf de code op en bewaar hem goed. Hij werkt 90 dagen.',
		desk: 'Naar de werkplek'
	},
	desk: {
		title: 'Werkplek',
		consultations: 'Raadplegingen',
		none: 'Er zijn nog geen raadplegingen.',
		noneHint: 'Maak de eerste. U kunt alles nog veranderen tot de opening.',
		noneWait: 'De raad of de coördinator maakt ze.',
		draft: 'Maak een raadpleging',
		plan: 'Planning',
		codes: 'Codes en brieven',
		slips: 'Formulieren',
		count: 'Telling',
		evenings: 'Ouderavond',
		themes: 'Thema’s',
		report: 'Verslag',
		answers: 'Antwoorden',
		place: 'Deze plek',
		places: 'Plekken',
		placesHint: 'Scholen, groepen, raden en het contactpunt.',
		people: 'Mensen',
		peopleHint: 'Wie hier werkt, en de gezinnen.',
		imports: 'Lijsten inlezen',
		importsHint: 'Ouders en groepen uit een bestand.',
		search: 'Iemand zoeken',
		searchHint: 'Op naam of gezin.',
		year: 'Nieuw schooljaar',
		yearHint: 'De groepen schuiven op.',
		helpdesk: 'Helpdesk',
		helpdeskHint: 'Op een tablet, voor ouders op de avond.',
		requests: 'Aanvragen',
		requestsHint: 'Ouders zonder code die mee willen doen.',
		questions: 'Vragen',
		questionsHint: 'Wat ouders vragen over een raadpleging.',
		questionsWait: (n: number) =>
			plural('nl', n, { one: 'Er wacht 1 vraag.', other: `Er wachten ${String(n)} vragen.` }),
		houseRules: 'Huisregels',
		houseRulesHint: 'Hoe mensen hier met elkaar praten.',
		reach: 'Aansluiten',
		reachHint: 'Hoeveel ouders doen mee, per groep.',
		rollOut: 'Invoering',
		rollOutHint: 'Hoe ver elke school is.',
		events: 'Wat gebeurde er?',
		noEvents: 'Er is nog niets gebeurd.',
		at: (day: string, time: string) => `${day}, ${time} uur`
	},
	kind: {
		installation: 'installatie',
		alliance: 'samenwerkingsverband',
		board: 'schoolbestuur',
		school: 'school',
		group: 'groep'
	}
};
