import { describe, expect, it } from 'vitest';
import { draw } from './draw.ts';

const list = ['a', 'b', 'c', 'd', 'e'];

describe('{{#foreach}}', () => {
  it.each([
    ['foreach list', 'abcde'],
    ['foreach list limit="2"', 'ab'],
    ['foreach list from="2"', 'bcde'],
    ['foreach list from="2" limit="2"', 'bc'],
    ['foreach list from="2" to="4"', 'bcd'],
    ['foreach list from="4" limit="3"', 'de'],
    ['foreach list limit=3', 'abc'],
    ['foreach list limit="none"', 'abcde'],
    ['foreach list to="9"', 'abcde'],
    ['foreach list from="-1"', 'abcde'],
  ])('{{#%s}} gives %s', (tag, expected) => {
    expect(draw(`{{#${tag}}}{{this}}{{/foreach}}`, { list })).toBe(expected);
  });

  it.each([
    ['@index', '0,1,2,3,4,'],
    ['@number', '1,2,3,4,5,'],
    ['@first', 'true,false,false,false,false,'],
    ['@last', 'false,false,false,false,true,'],
    ['@odd', 'true,false,true,false,true,'],
    ['@even', 'false,true,false,true,false,'],
    ['@rowStart', 'true,false,true,false,true,'],
    ['@rowEnd', 'false,true,false,true,false,'],
  ])('sets %s', (variable, expected) => {
    const source = `{{#foreach list columns="2"}}{{${variable}}},{{/foreach}}`;
    expect(draw(source, { list })).toBe(expected);
  });

  it.each([
    ['foreach list from="2" limit="2"', 'true false,false true,'],
    ['foreach list from="4" limit="3"', 'true false,false true,'],
  ])('says what is first and last of {{#%s}}', (tag, expected) => {
    expect(draw(`{{#${tag}}}{{@first}} {{@last}},{{/foreach}}`, { list })).toBe(expected);
  });

  it('goes through the values of an object, with @key', () => {
    const source = '{{#foreach links}}{{@key}}={{this}} {{/foreach}}';
    expect(draw(source, { links: { a: 1, b: 2 } })).toBe('a=1 b=2');
  });

  it('names the item and its key with block parameters', () => {
    const source = '{{#foreach list as |item key|}}{{key}}{{item}}{{/foreach}}';
    expect(draw(source, { list })).toBe('0a1b2c3d4e');
  });

  it.each([[[]], [{}], [null], [undefined], ['text']])('draws the else part for %j', (none) => {
    expect(
      draw('{{#foreach none}}x{{else}}none of {{kind}}{{/foreach}}', { none, kind: 'k' }),
    ).toBe('none of k');
  });

  const tags = [
    { name: 'open', visibility: 'public' },
    { name: 'inner', visibility: 'internal' },
    { name: 'plain' },
  ];
  it.each([
    ['foreach tags', 'open plain'],
    ['foreach tags visibility="internal"', 'inner'],
    ['foreach tags visibility="all"', 'open inner plain'],
  ])('{{#%s}} shows "%s"', (tag, expected) => {
    expect(draw(`{{#${tag}}}{{name}} {{/foreach}}`, { tags })).toBe(expected);
  });

  it('shows posts whatever their visibility', () => {
    const posts = [{ html: '', title: 'x', slug: 'x', visibility: 'paid' }];
    expect(draw('{{#foreach posts}}{{title}}{{/foreach}}', { posts })).toBe('x');
  });

  it('leaves the variables of the loop around it alone', () => {
    const source =
      '{{#foreach list limit="2"}}{{#foreach ../list limit="2"}}{{@index}}{{/foreach}}{{@index}} {{/foreach}}';
    expect(draw(source, { list })).toBe('010 011');
  });
});

describe('{{split}}', () => {
  it('gives the parts of a text, without the empty ones', () => {
    expect(draw('{{#foreach (split "a,,b")}}[{{this}}]{{/foreach}}')).toBe('[a][b]');
  });

  it('takes another separator and block parameters', () => {
    const source =
      '{{#split text separator=" | " as |parts|}}{{#foreach parts}}[{{this}}]{{/foreach}}{{/split}}';
    expect(draw(source, { text: 'a | b' })).toBe('[a][b]');
  });

  it('gives nothing for nothing', () => {
    expect(draw('{{#foreach (split missing)}}x{{else}}none{{/foreach}}')).toBe('none');
  });

  it('escapes what it prints', () => {
    expect(draw('{{#foreach (split text)}}{{this}}{{/foreach}}', { text: '<b>' })).toBe(
      '&lt;b&gt;',
    );
  });
});
