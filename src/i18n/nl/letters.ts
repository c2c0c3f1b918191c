/** The page that shows letters once, and makes a file of them. */
export const letters = {
	pdf: 'Download de brieven als PDF',
	pdfPart: (nth: number, of: number) => `Download deel ${String(nth)} van ${String(of)} als PDF`,
	pdfWhy:
		'Elke brief is één bladzijde. Wij bewaren de PDF niet. Bewaar hem zelf ook niet langer dan nodig.',
	unchecked: (languages: string) =>
		`Deze vertaling is nog niet nagekeken door iemand die de taal spreekt: ${languages}.`,
	language: {
		nl: 'Nederlands',
		en: 'Engels',
		ar: 'Arabisch',
		pl: 'Pools',
		tr: 'Turks',
		uk: 'Oekraïens'
	}
};
