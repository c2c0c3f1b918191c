import type { Catalogue } from '../catalogue.ts';

export const letters: Catalogue['letters'] = {
	pdf: 'Download the letters as PDF',
	pdfPart: (nth, of) => `Download part ${String(nth)} of ${String(of)} as PDF`,
	pdfWhy:
		'Every letter is one page. We do not keep the PDF. Do not keep it longer than needed either.',
	unchecked: (languages) =>
		`Nobody who speaks the language has checked this translation yet: ${languages}.`,
	language: {
		nl: 'Dutch',
		en: 'English',
		ar: 'Arabic',
		pl: 'Polish',
		tr: 'Turkish',
		uk: 'Ukrainian'
	}
};
