import { expect, it } from 'vitest';
import { EventParser } from './stream';

const text =
  'retry: 2000\n\nid: 7\nevent: post.published\ndata: {"post_id":"p"}\n\n: still here\n\nevent: job.progress\ndata: {"bytes":1}\n\n';
const events = [
  { id: '7', type: 'post.published', data: { post_id: 'p' } },
  { id: null, type: 'job.progress', data: { bytes: 1 } },
];

it('reads events, and not comments or waiting times', () => {
  expect(new EventParser().push(text)).toEqual(events);
});

it('reads the same however the text is cut', () => {
  for (let cut = 1; cut < text.length; cut++) {
    const parser = new EventParser();

    expect([...parser.push(text.slice(0, cut)), ...parser.push(text.slice(cut))]).toEqual(events);
  }
});
