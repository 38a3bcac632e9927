import type { EventContentArg, EventDropArg, EventInput } from '@fullcalendar/core';
import dayGrid from '@fullcalendar/daygrid';
import interaction from '@fullcalendar/interaction';
import FullCalendar from '@fullcalendar/react';
import timeGrid from '@fullcalendar/timegrid';
import { useNavigate } from 'react-router';
import type { PostAnswer, PostState } from '@/api/schema';
import { wallTime } from '@/pages/activity/wall';
import { postTitle } from '@/pages/home/words';
import { postStateLook } from '@/ui/StateBadge';
import classes from './Calendar.module.css';
import { dayKey, firstDay, type View } from './dates';
import { drawnUntil, isMovable, whenOf } from './plan';
import type { Moving } from './usePlan';

const kinds: Record<View, string> = { month: 'dayGridMonth', week: 'timeGridWeek', day: 'timeGridDay' };

interface Props {
  view: View;
  day: Date;
  posts: readonly PostAnswer[];
  /** Days on which more is to go out than may. */
  full: ReadonlySet<string>;
  move: Moving;
  mayMove: boolean;
}

/** The calendar of a wide screen: posts in their places, to be dragged. */
export function Grid({ view, day, posts, full, move, mayMove }: Props) {
  const navigate = useNavigate();
  const drop = ({ event, revert }: EventDropArg) => {
    const post = posts.find((one) => one.post_id === event.id);
    if (post === undefined || event.start === null) {
      revert();
      return;
    }

    // A move that is refused changes the list back, and with it what stands here.
    move.mutate({ post, to: wallTime(event.start) });
  };
  return (
    <div className={classes.grid}>
      <FullCalendar
        key={`${view} ${dayKey(day)}`}
        plugins={[dayGrid, timeGrid, interaction]}
        initialView={kinds[view]}
        initialDate={day}
        headerToolbar={false}
        height="auto"
        locale={new Intl.DateTimeFormat().resolvedOptions().locale}
        firstDay={firstDay}
        fixedWeekCount={false}
        allDaySlot={false}
        slotDuration="01:00:00"
        snapDuration="00:15:00"
        nowIndicator
        dayMaxEvents={view === 'month' ? 4 : false}
        eventMaxStack={view === 'week' ? 2 : 6}
        slotEventOverlap={false}
        eventTimeFormat={{ hour: 'numeric', minute: '2-digit' }}
        eventDisplay="block"
        eventOrder="start"
        editable={mayMove}
        eventDurationEditable={false}
        events={posts.map(eventOf)}
        eventContent={Content}
        eventClick={({ event, jsEvent }) => {
          jsEvent.preventDefault();
          void navigate(`/activity/${event.id}`);
        }}
        eventDrop={drop}
        // The number alone would hide from readers of the screen what stands in the cell.
        dayCellDidMount={({ el }) => el.removeAttribute('aria-labelledby')}
        dayCellClassNames={({ date }) => (full.has(dayKey(date)) ? [classes.full ?? ''] : [])}
      />
    </div>
  );
}

function eventOf(post: PostAnswer): EventInput {
  const start = whenOf(post);
  return {
    id: post.post_id,
    title: postTitle(post),
    start,
    end: drawnUntil(start),
    url: `/activity/${post.post_id}`,
    startEditable: isMovable(post),
    classNames: [classes.event ?? '', classes[postStateLook(post.state)[1]] ?? ''],
    extendedProps: { state: post.state },
  };
}

function Content({ event, timeText }: EventContentArg) {
  const [word] = postStateLook(event.extendedProps.state as PostState);
  return (
    <span className={classes.inside}>
      <span className={classes.first}>
        {timeText} {word}
      </span>
      <span className={classes.name}>{event.title}</span>
    </span>
  );
}
