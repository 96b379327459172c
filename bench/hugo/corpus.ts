import { Dice } from './dice.ts';

/** An article as both generators get it: the same words, each with the front matter it reads. */
export type Article = {
  /** `2026/11/the-ferry-returns-17`, which is the address in both. */
  id: string;
  title: string;
  description: string;
  /** ISO 8601 in UTC, the zone of both sites. */
  date: string;
  section: Name;
  tags: Name[];
  author: Name;
  body: string;
};

export type Name = { slug: string; name: string };

export type Corpus = { articles: Article[]; sections: Name[] };

const months = 36;
const newest = Date.UTC(2026, 8, 28, 18);
const minute = 60_000;

/** What a newspaper writes about; the words of a text have about the lengths of English ones. */
const words =
  `the of and to a in that it was on for with as at by from this but they have an which were been has had
  council harbour bridge school ferry market river winter summer morning evening budget library station
  neighbours engineers teachers visitors drivers members report meeting plan question answer decision storm
  water street square building roof garden theatre choir museum hospital railway tunnel airport factory
  says expects promises builds repairs opens closes returns begins ends waits measures counts remembers
  old new small large quiet public narrow broken early late empty careful expensive ordinary
  before after between without against under over during behind almost again never often together already`
    .split(/\s+/)
    .filter(Boolean);

/**
 * A newspaper's three years, oldest first: the same for the same number of articles, on each machine. Each article links
 * to the one before it.
 *
 * Sections, tags and authors are used unevenly, as they are in life: the first ones most.
 */
export function corpusOf(count: number): Corpus {
  const sections = names('Section', 8);
  const tags = names('Topic', 60);
  const authors = names('Author', 40);
  const dice = new Dice(count);
  const step = (months * 30 * 24 * 60 * minute) / count;
  const ids: string[] = [];
  const articles = Array.from({ length: count }, (_, nth): Article => {
    const date = new Date(newest - Math.floor((count - 1 - nth) * step)).toISOString();
    const title = sentence(dice, 6 + dice.below(5)).slice(0, -1);
    const slug = `${title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-${nth}`;
    const id = `${date.slice(0, 7).replace('-', '/')}/${slug}`;
    const body = bodyOf(dice, ids.at(-1) ?? id);
    ids.push(id);
    return {
      id,
      title,
      description: sentence(dice, 18),
      date,
      section: dice.uneven(sections),
      tags: [...new Set([dice.uneven(tags), dice.uneven(tags), dice.uneven(tags)])],
      author: dice.uneven(authors),
      body,
    };
  });
  return { articles, sections };
}

function names(kind: string, count: number): Name[] {
  return Array.from({ length: count }, (_, nth) => ({
    slug: `${kind.toLowerCase()}-${nth + 1}`,
    name: `${kind} ${nth + 1}`,
  }));
}

/** About 750 words with what articles have: headings, links, emphasis, a quotation and a list. */
function bodyOf(dice: Dice, linked: string): string {
  const blocks = Array.from({ length: 12 }, (_, nth) => {
    const text = paragraph(dice);
    if (nth % 4 === 3) return `## ${sentence(dice, 5).slice(0, -1)}\n\n${text}`;
    if (nth === 5) return `> ${text}`;
    if (nth === 8) {
      return `${Array.from({ length: 4 }, () => `- ${sentence(dice, 10)}`).join('\n')}\n\n${text}`;
    }
    return text;
  });
  const [first = '', ...rest] = blocks;
  const links = `It was [reported before](/${linked}/), and [others](https://example.org/report) wrote of it.`;
  return [`${first} ${links}`, ...rest, ''].join('\n\n');
}

function paragraph(dice: Dice): string {
  const sentences = Array.from({ length: 4 }, () => sentence(dice, 10 + dice.below(9)));
  const marked = dice.below(sentences.length);
  return sentences
    .map((text, nth) => {
      if (nth !== marked) return text;
      const [first = '', ...rest] = text.split(' ');
      return [`*${first}*`, `**${rest[0]}**`, ...rest.slice(1)].join(' ');
    })
    .join('\n');
}

function sentence(dice: Dice, length: number): string {
  const text = Array.from({ length }, () => dice.one(words)).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
