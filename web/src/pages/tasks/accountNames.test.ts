import { expect, it } from 'vitest';
import type { AccountAnswer } from '@/api/schema';
import { accountNames } from './accountNames';

const account = (account_id: string, display_name: string | null) =>
  ({ account_id, display_name, username: null }) as AccountAnswer;

it('names the accounts that are there and counts those that are not', () => {
  const known = [account('1', 'Sunny'), account('2', 'Harbor'), account('3', 'Other')];
  expect(accountNames(['1'], known)).toBe('Sunny');
  expect(accountNames(['1', '2'], known)).toBe('Sunny and Harbor');
  expect(accountNames(['1', '9'], known)).toBe('Sunny and one that is not connected');
  expect(accountNames(['8', '9'], known)).toBe('2 that are not connected');
});
