import { citedRule } from '#features/house-rules/cited.ts';
import type { Said, Speaker } from '../said.ts';
import type { ThreadRow } from './thread-rows.ts';

/** Members read who wrote what; guests read public panels without names. */
export type Audience = 'guests' | 'members';

type Named = Pick<ThreadRow, 'displayName' | 'namedAs' | 'badge'>;
const speakerOf = ({ displayName, namedAs, badge }: Named, audience: Audience): Speaker => ({
	name: audience === 'guests' || namedAs === 'hidden' ? null : displayName,
	badge
});

/** A row as this audience may have it: guests get no names, only what somebody speaks as. */
export function saidBy(row: ThreadRow, audience: Audience, here: ReadonlySet<string>): Said {
	const { answersId, parentId, answered, hiddenAt } = row;
	const apart = answersId !== null || (parentId !== null && !here.has(parentId));
	return {
		id: row.id,
		parentId: parentId !== null && here.has(parentId) ? parentId : null,
		...speakerOf(row, audience),
		masked: row.namedAs === 'hidden' && audience === 'members' && row.sourceLabel === null,
		badgeNote: audience === 'guests' && row.badge === 'parent' ? null : row.badgeNote,
		official: row.official && row.html !== null,
		stance: row.stance,
		origin: row.origin,
		sourceLabel: row.sourceLabel,
		title: row.title,
		imported: row.importId !== null,
		html: row.html,
		language: row.language,
		translation: row.translation,
		createdAt: row.createdAt,
		editedAt: row.editedAt,
		withdrawnAt: row.withdrawnAt,
		hidden:
			hiddenAt && !row.withdrawnAt
				? {
						at: hiddenAt,
						...citedRule(row.hiddenBy, row.hiddenRule),
						reason: row.hiddenReason ?? ''
					}
				: null,
		supportCount: row.supportCount,
		answered:
			apart && answered
				? {
						id: answered.id,
						...speakerOf(answered, audience),
						gone: answered.withdrawnAt ? 'withdrawn' : answered.hiddenAt ? 'hidden' : null
					}
				: null
	};
}
