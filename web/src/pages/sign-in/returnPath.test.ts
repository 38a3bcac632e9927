import { expect, it } from 'vitest';
import { returnPath } from './returnPath';

it('leads back to a page of ours', () => {
  expect(returnPath('/library?student=anna')).toBe('/library?student=anna');
});

it.each([null, '', 'https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)'])(
  'leads from %j to Home',
  (from) => {
    expect(returnPath(from)).toBe('/');
  },
);
