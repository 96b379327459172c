import { describe, expect, it } from 'vitest';
import { helpers } from '../../../../functions/render/theme/helpers.ts';
import { helperNames } from '../../../../infra/build/compile-theme.ts';
import { draw } from './draw.ts';

describe('what Ghost has and Galley has not', () => {
  it.each([
    ['price 500 currency="USD"', ''],
    ['cancel_link class="x"', ''],
    ['tiers separator=", "', ''],
    ['total_members', '0'],
    ['total_paid_members', '0'],
    ['content_api_key', ''],
    ['subscribe_form placeholder="x"', ''],
    ['input_email class="x"', ''],
    ['recommendations limit="3"', ''],
    ['search', ''],
    ['ghost_foot', ''],
  ])('{{%s}} prints "%s"', (tag, expected) => {
    expect(draw(`{{${tag}}}`)).toBe(expected);
  });

  it('knows no member', () => {
    expect(draw('{{#if @member}}yes{{else}}no{{/if}}')).toBe('no');
  });
});

describe('the list of helpers', () => {
  it('has each file of the folder, so that what compiles also runs', () => {
    expect(Object.keys(helpers).sort()).toEqual(helperNames().sort());
  });
});
