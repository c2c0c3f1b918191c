import type { LetterWords } from './words.ts';

export const tr: LetterWords = {
	to: (group) => `${group} velilerine`,
	toName: (name) => `Sayın ${name}`,
	code: 'Kodunuz',
	only: 'yalnızca sizin için',
	scan: 'Telefonunuzun kamerasını kareye tutun.',
	orGo: 'Ya da şu adrese gidin:',
	andFill: 've bu kodu girin:',
	qr: 'Telefonunuzun kamerası için kare kod',
	fill: 'Kodu girin.',
	fillText: 'Şifre gerekmez. Her velinin kendi kodu vardır.',
	answer: 'Cevabınızı verin.',
	answerText: (until) => `2 dakika sürer. Son tarih: ${until}.`,
	from: (day) => `Başlangıç: ${day}.`,
	read: 'Okulun ne yaptığını okuyun.',
	readText: (day) => `En geç ${day} tarihinde okulun ne yaptığını ve nedenini okursunuz.`,
	talk: 'Konuşmayı mı tercih edersiniz?',
	talkText: (day, time, place) => `Veli akşamına gelin: ${day}, saat ${time}. Yer: ${place}.`,
	help: 'Yardıma mı ihtiyacınız var?',
	helpText: (name, phone, hours) =>
		[name, phone && `telefon ${phone}`].filter(Boolean).join(', ') + (hours ? `. ${hours}` : '.'),
	english:
		'Web sitesi Hollandaca ve İngilizcedir. Okulun ve velilerin yazdıkları kendi dilinde kalır.',
	secrecy: {
		secret: 'Cevabınız gizlidir. Bu kod cevabınızla birlikte gönderilmez.',
		confidential: 'Cevabınız gizli tutulur. Okul ne seçtiğinizi görmez.',
		named: 'Adınızla cevap verirsiniz.'
	},
	household: 'Her aile için bir cevap.',
	parent: 'Her veli için bir cevap.',
	sign: 'Saygılarımızla,',
	strip: 'Kâğıt üzerinde mi? İşaretleyin ve bu bölümü okula verin.',
	tickOne: 'Bir kutuyu işaretleyin.',
	tickSeveral: 'Birden fazla kutu işaretleyebilirsiniz.',
	return: (until) => `Teslim için son tarih: ${until}.`,
	first: 'Hem kâğıt hem internet? O zaman ilk gelen sayılır.',
	last: 'Hem kâğıt hem internet? O zaman kapanıştan önce son gelen sayılır.',
	codeIs: (code) => `kod ${code}`,
	until: (day) => `${day} (bu gün dahil)`,
	untilTime: (day, time) => `${day}, saat ${time}`,
	onPaper: 'kâğıtta'
};
