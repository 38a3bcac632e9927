import type { PostAnswer } from '@/api/schema';
import { accountName } from '@/pages/home/words';
import { formatLocal } from '@/ui/format';
import { modeWords, standingOf } from './words';

/** What has become different about a post since somebody looked at it, a sentence each. */
export function changedSince(seen: PostAnswer, present: PostAnswer): string[] {
  const text = present.kind === 'photos' ? 'description' : 'caption';
  const said = [
    present.title === seen.title ? null : nowSaid('title', present.title),
    present.caption === seen.caption ? null : nowSaid(text, present.caption),
    present.schedule_time === seen.schedule_time ? null : whenSaid(present),
    present.account.id === seen.account.id ? null : `It is for ${accountName(present.account)} now.`,
    present.mode === seen.mode ? null : `It is a ${modeWords(present).toLowerCase()} now.`,
    isAlike(present.settings, seen.settings) ? null : 'Its settings are others now.',
    (present.approved_at == null) === (seen.approved_at == null) ? null : approvalSaid(present),
    present.state === seen.state ? null : standingOf(present).now,
  ].filter((sentence) => sentence !== null);
  return said.length === 0 ? ['Nothing that stands in this form.'] : said;
}

function nowSaid(what: string, text: string | null | undefined): string {
  return text == null || text === '' ? `It has no ${what} now.` : `The ${what} is now “${text}”.`;
}

function whenSaid({ schedule_time: at }: PostAnswer): string {
  return at == null
    ? 'It goes out as soon as possible now.'
    : `It goes out ${formatLocal(new Date(at))} now.`;
}

function approvalSaid({ approved_at: at }: PostAnswer): string {
  return at == null ? 'It is no longer approved.' : 'It was approved.';
}

// Both are read from the same server, which always names them in the same order.
function isAlike(one: PostAnswer['settings'], other: PostAnswer['settings']): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
