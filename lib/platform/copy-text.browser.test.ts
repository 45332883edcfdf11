import { expect, it, vi } from 'vitest';
import { copyText } from './copy-text';

it('leaves the focus where it was, also where the page forbids the modern way', async () => {
  const refused = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('forbidden'));
  const button = document.body.appendChild(document.createElement('button'));
  button.focus();
  await copyText('Ask Ruth');
  expect(refused).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(button);
  expect(document.querySelector('textarea')).toBeNull();
  button.remove();
  refused.mockRestore();
});
