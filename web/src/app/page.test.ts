import { IconHome } from '@tabler/icons-react';
import { expect, it } from 'vitest';
import { answers, definePage } from './page';
import { pages } from './registry';

const Nothing = () => null;
const load = () => Promise.resolve({ Component: Nothing });
const library = definePage({
  path: '/library',
  label: 'Library',
  icon: IconHome,
  order: 1,
  load,
  more: [{ path: '/library/:clipId', load }],
});

it('knows which addresses a page answers', () => {
  expect(answers([library], '/library?student=a')).toBe(true);
  expect(answers([library], '/library/7')).toBe(true);
  expect(answers([library], '/library/7/more')).toBe(false);
  expect(answers([library], '/calendar')).toBe(false);
});

it('finds the pages by their folders, each at an address of its own', () => {
  const addresses = pages.flatMap((page) => [page, ...(page.more ?? [])]).map((route) => route.path);

  expect(addresses).toContain('/');
  expect(new Set(addresses).size).toBe(addresses.length);
});

// Translates all of the pages' code first: a busy machine takes its time.
it('can load every page', { timeout: 60_000 }, async () => {
  for (const page of pages) {
    expect((await page.load()).Component).toBeTypeOf('function');
  }
});
