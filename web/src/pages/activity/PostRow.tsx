import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { PostAnswer } from '@/api/schema';
import { accountName, postTitle } from '@/pages/home/words';
import { ClipThumb } from '@/ui/ClipThumb';
import { PostStateBadge } from '@/ui/StateBadge';
import { LocalTime, RelativeTime } from '@/ui/Times';
import classes from './Activity.module.css';
import { UploadProgress } from './UploadProgress';
import { modeWords, pictureOf, waitWords } from './words';

/** A post in the list: what it is, where it goes, how it stands. */
export function PostRow({ post }: { post: PostAnswer }) {
  return (
    <li className={classes.row}>
      <span className={classes.thumb}>
        <ClipThumb clip={pictureOf(post)} />
      </span>
      <div>
        <Text fw={550} lineClamp={2} className={classes.said}>
          <Anchor component={Link} to={`/activity/${post.post_id}`} inherit>
            {postTitle(post)}
          </Anchor>
        </Text>
        <Text size="sm" c="dimmed" className={classes.said}>
          {accountName(post.account)} · {modeWords(post)} · <When post={post} />
        </Text>
        <Said post={post} />
        <UploadProgress post={post} />
      </div>
      <div className={classes.badge}>
        <PostStateBadge state={post.state} />
      </div>
    </li>
  );
}

function When({ post }: { post: PostAnswer }) {
  const ended = post.ended_at ?? post.in_inbox_at;
  if (ended != null) {
    return <RelativeTime at={ended} />;
  }

  return post.schedule_time == null ? (
    <>
      asked for <RelativeTime at={post.created_at} />
    </>
  ) : (
    <>
      for <LocalTime at={post.schedule_time} />
    </>
  );
}

function Said({ post }: { post: PostAnswer }) {
  const said = post.fail?.message ?? (post.wait == null ? null : waitWords(post.wait));
  return said === null ? null : (
    <Text size="sm" mt={2} lineClamp={3} className={classes.said}>
      {said}
    </Text>
  );
}
