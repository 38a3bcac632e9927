import { describe, expect, it } from 'vitest';
import { Failure } from './failure';

const problem = {
  type: 'http://127.0.0.1:8000/problems/rate_limited',
  title: 'TikTok asks us to wait.',
  status: 429,
  detail: 'This caller may ask 600 times a minute.',
  instance: '/api/posts',
  code: 'rate_limited',
  remedy: 'Wait 20 s.',
  remedies: ['Wait 20 s.', 'Ask less often.'],
  retry_after: 20,
  success: false,
  request_id: 'r1',
};

describe('Failure', () => {
  it('is read from a problem document', async () => {
    const failure = await Failure.read(Response.json(problem, { status: 429 }));

    expect(failure.code).toBe('rate_limited');
    expect(failure.message).toBe('This caller may ask 600 times a minute.');
    expect(failure.remedies).toEqual(['Wait 20 s.', 'Ask less often.']);
    expect(failure.retryAfter).toBe(20);
    expect(failure.requestId).toBe('r1');
  });

  it('says so when something else than Clipyard answered', async () => {
    const failure = await Failure.read(new Response('<h1>Bad gateway</h1>', { status: 502 }));

    expect(failure.status).toBe(502);
    expect(failure.message).toContain('502');
    expect(failure.remedies).not.toHaveLength(0);
  });

  it('keeps what is a failure already', () => {
    const failure = Failure.unreachable();

    expect(Failure.from(failure)).toBe(failure);
  });
});
