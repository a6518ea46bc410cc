import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printMessageLink, readMessageLink } from '../../shared/messages/message-link.ts';

describe('a link to a message', () => {
  it('is read back to the id that it was made of', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }), (id) => {
        // oxlint-disable-next-line no-control-regex -- ids with such characters are not linked to
        fc.pre(!/[\u0000-\u001f\u007f]/.test(id));
        expect(readMessageLink(printMessageLink(id))).toBe(id);
      }),
    );
  });

  it('may come with blanks around it, in other case, or with the slash that some systems add', () => {
    expect(readMessageLink('  RAIDSCOPE://Message/m-1/\n')).toBe('m-1');
  });

  it.each([
    'm-1',
    'https://message/m-1',
    'raidscope://library/m-1',
    'raidscope://message/',
    'raidscope://message/m-1?run=1',
    'raidscope://message/m-1#x',
    'raidscope://message/m-1/m-2',
    'raidscope://message/m-1 type:dm',
    'raidscope://message/%00',
    'raidscope://message/%E0%A4%A',
    `raidscope://message/${'m'.repeat(1001)}`,
  ])('is not %s', (text) => {
    expect(readMessageLink(text)).toBeNull();
  });
});
