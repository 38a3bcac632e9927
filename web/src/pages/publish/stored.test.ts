import { beforeEach, describe, expect, it } from 'vitest';
import { emptyForm } from './form';
import { forgetForm, idempotencyKey, keepForm, readForm } from './stored';

beforeEach(() => sessionStorage.clear());

describe('the form of a tab', () => {
  it('is as it was left, and empty after it was sent', () => {
    keepForm({ ...emptyForm, caption: 'Half a thought' });
    expect(readForm().caption).toBe('Half a thought');
    forgetForm();
    expect(readForm()).toEqual(emptyForm);
  });

  it('is empty when what was kept cannot be read', () => {
    sessionStorage.setItem('clipyard-publish-form', '{');
    expect(readForm()).toEqual(emptyForm);
  });
});

describe('the key of a request', () => {
  it('stays for the same request and changes with it', () => {
    const first = idempotencyKey({ content: 'a' });
    expect(idempotencyKey({ content: 'a' })).toBe(first);
    expect(idempotencyKey({ content: 'b' })).not.toBe(first);
  });

  it('is another one for the next post, even when that is the same', () => {
    const first = idempotencyKey({ content: 'a' });
    forgetForm();
    expect(idempotencyKey({ content: 'a' })).not.toBe(first);
  });
});
