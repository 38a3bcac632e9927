import type { PatchBody, PostAnswer } from '@/api/schema';
import { localZone } from '@/ui/format';
import { soon, wallTime } from './wall';

/** What stands in the form that changes a post. */
export interface Typed {
  caption: string;
  title: string;
  /** Whether it goes out at a time; `at` is kept when it does not. */
  isTimed: boolean;
  at: string;
}

/** The post as it is, to begin with. */
export function typedOf(post: PostAnswer): Typed {
  const at = timeOf(post);
  return {
    caption: post.caption ?? '',
    title: post.title ?? '',
    isTimed: at !== null,
    at: at ?? soon(new Date()),
  };
}

/** What was typed, over the post as it has become since: fields that nobody typed into show what is true now. */
export function typedOver(typed: Typed, seen: PostAnswer, present: PostAnswer): Typed {
  const [before, now] = [typedOf(seen), typedOf(present)];
  const isTimeKept = whenOf(typed) === timeOf(seen);
  return {
    caption: typed.caption === before.caption ? now.caption : typed.caption,
    title: typed.title === before.title ? now.title : typed.title,
    isTimed: isTimeKept ? now.isTimed : typed.isTimed,
    at: isTimeKept ? now.at : typed.at,
  };
}

/** The post's own time as the form would show it; null: as soon as possible. */
export function timeOf(post: PostAnswer): string | null {
  return post.schedule_time == null ? null : wallTime(new Date(post.schedule_time));
}

/** The time that was chosen; null: as soon as possible. */
export function whenOf(typed: Typed): string | null {
  return typed.isTimed ? typed.at : null;
}

/** What is different from the post that was looked at: all that is sent. Null for nothing. */
export function changeOf(typed: Typed, seen: PostAnswer): PatchBody | null {
  const body: PatchBody = {};
  if (typed.caption !== (seen.caption ?? '') || typed.title !== (seen.title ?? '')) {
    body.content = typed.caption;
    if (seen.kind === 'photos') {
      body.title = typed.title;
    }
  }

  const when = whenOf(typed);
  if (when !== timeOf(seen)) {
    body.schedule_time = when;
    if (when !== null) {
      body.schedule_zone = localZone;
    }
  }

  return Object.keys(body).length === 0 ? null : body;
}
