/**
 * Where a voice came from. Circle: online. Square: said at an evening. Folded square: on paper.
 * Ring with a dot: told by phone and typed in by the school. Triangle: the school itself.
 */
export type OriginKind = 'online' | 'evening' | 'paper' | 'phone' | 'both' | 'school';

/** What the school did with it. The flourish of a Dutch teacher means "seen and good". */
export type VerdictKind = 'adopted' | 'partly' | 'not' | 'later';

export type MarkKind = OriginKind | VerdictKind;
