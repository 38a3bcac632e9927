import { Anchor, Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { PostAnswer } from '@/api/schema';
import { accountName, postTitle } from '@/pages/home/words';
import { PostStateBadge } from '@/ui/StateBadge';
import classes from './Calendar.module.css';
import { dayOf } from './dates';
import { MovePost } from './MovePost';
import { byDay, isMovable, whenOf } from './plan';
import type { Moving } from './usePlan';

const dayName = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

interface Props {
  posts: readonly PostAnswer[];
  move: Moving;
  mayMove: boolean;
}

/** Posts as a list, day by day, with a way to move them that needs no mouse. */
export function Agenda({ posts, move, mayMove }: Props) {
  const [moved, setMoved] = useState<PostAnswer | null>(null);
  return (
    <div className={classes.agenda}>
      {byDay(posts).map(([day, ofDay]) => (
        <section key={day} aria-label={dayName.format(dayOf(day) ?? undefined)}>
          <Title order={3} size="h3">
            {dayName.format(dayOf(day) ?? undefined)}
          </Title>
          <ul>
            {ofDay.map((post) => (
              <li key={post.post_id}>
                <Text component="span" className={classes.clock}>
                  {clock.format(whenOf(post))}
                </Text>
                <div className={classes.what}>
                  <Text lineClamp={2} className={classes.words}>
                    <Anchor component={Link} to={`/activity/${post.post_id}`} inherit>
                      {postTitle(post)}
                    </Anchor>
                  </Text>
                  <Text size="sm" c="dimmed">
                    {accountName(post.account)}
                  </Text>
                </div>
                <div className={classes.state}>
                  <PostStateBadge state={post.state} />
                </div>
                {mayMove && isMovable(post) && (
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={`Move “${postTitle(post)}”`}
                    onClick={() => setMoved(post)}
                  >
                    Move…
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {moved !== null && <MovePost post={moved} move={move} onClose={() => setMoved(null)} />}
    </div>
  );
}
