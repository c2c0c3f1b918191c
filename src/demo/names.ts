import type { Random } from './random.ts';

const FIRST =
	'Aïsha Anouk Bart Bilal Carlijn Daan Daniëlle Eva Fatima Floor Gijs Hassan Iris Jamal Jan Jasmijn Joost Julia Kees Lars Laura Linda Maaike Marit Mehmet Mirjam Noor Omar Paul Petra Rachid Roos Ruben Sanne Selma Sjoerd Sofie Stefan Thomas Tineke Wei Wouter Yara Zeynep'.split(
		' '
	);
const LAST =
	'Aalbers,de Boer,Bos,van den Berg,Brouwer,Çelik,Dekker,Dijkstra,van Dijk,El Amrani,Gerritsen,de Groot,Hoekstra,Huisman,Jacobs,de Jong,Kaya,Kok,Kramer,Kuiper,van Leeuwen,Maas,Meijer,Mulder,Öztürk,Peters,Postma,Prins,de Ruiter,Schouten,Singh,Smit,Tran,Veenstra,Verbeek,Vermeer,Visser,de Vries,Wang,van der Wal,Willems,Yılmaz'.split(
		','
	);

const one = (of: readonly string[], random: Random) => of[random(of.length)] ?? '';

/** A name for somebody of whom the story tells nothing. */
export const nameFrom = (random: Random): string => `${one(FIRST, random)} ${one(LAST, random)}`;
