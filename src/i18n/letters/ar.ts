import type { LetterWords } from './words.ts';

export const ar: LetterWords = {
	to: (group) => `إلى أولياء أمور ${group}`,
	toName: (name) => `إلى ${name}`,
	code: 'رمزك',
	only: 'لك وحدك',
	scan: 'وجّه كاميرا هاتفك إلى المربع.',
	orGo: 'أو اذهب إلى',
	andFill: 'واكتب هذا الرمز:',
	qr: 'رمز مربع لكاميرا هاتفك',
	fill: 'اكتب الرمز.',
	fillText: 'لا تحتاج إلى كلمة مرور. لكل ولي أمر رمز خاص به.',
	answer: 'أعط جوابك.',
	answerText: (until) => `يستغرق ذلك دقيقتين. يمكنك الجواب ${until}.`,
	from: (day) => `مفتوح من ${day}.`,
	read: 'اقرأ ما ستفعله المدرسة.',
	readText: (day) => `في موعد أقصاه ${day} تقرأ ما ستفعله المدرسة ولماذا.`,
	talk: 'هل تفضّل الحديث؟',
	talkText: (day, time, place) => `تعال إلى أمسية الأهل: ${day}، الساعة ${time}. المكان: ${place}.`,
	help: 'هل تحتاج إلى مساعدة؟',
	helpText: (name, phone, hours) =>
		[name, phone && `هاتف ${phone}`].filter(Boolean).join('، ') + (hours ? `. ${hours}` : '.'),
	english: 'الموقع متوفر بالهولندية والإنجليزية. ما تكتبه المدرسة والأهل يبقى بلغته.',
	secrecy: {
		secret: 'جوابك سري. لا يُحفظ هذا الرمز مع جوابك.',
		confidential: 'جوابك سري. لا ترى المدرسة ما تختاره.',
		named: 'أنت تجيب باسمك.'
	},
	household: 'جواب واحد لكل أسرة.',
	parent: 'جواب واحد لكل ولي أمر.',
	sign: 'مع أطيب التحيات،',
	strip: 'هل تفضّل الورق؟ ضع علامة وسلّم هذا الجزء إلى المدرسة.',
	tickOne: 'ضع علامة في مربع واحد.',
	tickSeveral: 'يمكنك اختيار أكثر من مربع.',
	return: (until) => `يمكنك تسليمه ${until}.`,
	first: 'على الورق وعلى الإنترنت؟ يُحسب ما يصل أولاً.',
	last: 'على الورق وعلى الإنترنت؟ يُحسب آخر ما يصل قبل الإغلاق.',
	codeIs: (code) => `الرمز ${code}`,
	until: (day) => `حتى ${day} (ضمناً)`,
	untilTime: (day, time) => `حتى ${day}، الساعة ${time}`,
	onPaper: 'على الورق'
};
