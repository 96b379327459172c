import { ulid } from 'ulid';
import type { Reply } from '../../functions/shared/model.ts';

/** What readers wrote, with the number of the reply that it answers. */
const written: [name: string, text: string, answers?: number][] = [
  [
    'Hanne Vogt',
    'I was one of the two who walked the wall in September. In a storm I would want **four**.',
  ],
  ['P. Adeyemi', '> Two people walked from one end of the wall to the other\n\nIn which shoes?', 0],
  ['Hanne Vogt', 'Boots with studs. The council has ordered twelve pairs.', 1],
  ['Lars', 'And who pays for the boots?', 2],
  ['Courier staff', 'The harbour office does, out of its own budget.', 3],
  ['Lars', 'Thank you for asking them.', 4],
  ['Wilma Tesch', 'The bell woke me at six. I do not mind. It is a *good* bell.'],
  ['Mo', 'Where can one see the timbers?\nIs the reading room open on Sundays?'],
  ['Edda Kroll', 'From nine. Come early, the chairs by the stove go first.', 7],
  ['Jan-Ole', 'Has anyone asked the fishermen? The outer basin is where we sort the nets.'],
  [
    'Ilse Brandt',
    'We did, in [the hearing of May](https://wendhaven.example/hearing). You get a day’s notice.',
    9,
  ],
  ['Jan-Ole', 'A day is plenty.', 10],
  [
    'R. Lindqvist',
    'My father laid stones for the wall of 1954. He always said it would hold until it did not.',
  ],
  ['Tilda', 'Eleven tonnes on one hinge: what does the hinge weigh?'],
  ['Anonymous engineer', '- the hinge: 640 kg\n- its bolt: 95 kg\n- the spare: in the shed', 13],
  ['Tilda', 'I like that there is a spare.', 14],
  ['Karim B.', 'Eighteen million is a lot for a door.'],
  ['Wilma Tesch', 'Nine doors.', 16],
  [
    'Greta',
    'What happens to the anglers who do not hear the bell? My brother is deaf and sits there every evening.',
  ],
  [
    'Ilse Brandt',
    'There is a lamp as well, red, by the steps. We will ask him whether it is bright enough.',
    18,
  ],
];

const first = Date.UTC(2026, 10, 20, 6, 2);
const step = 37 * 60 * 1000;
const article = '2026/11/harbour-wall';

/** A thread of twenty replies, six deep at its deepest, all approved. */
export const sampleReplies: Reply[] = written.map(([name, text, answers], index) => ({
  article,
  id: idOf(index),
  ...(answers === undefined ? {} : { parent: idOf(answers) }),
  name,
  ...(index % 4 === 0
    ? { website: `https://${name.toLowerCase().replace(/\W+/g, '-')}.example/` }
    : {}),
  text,
  created: new Date(first + index * step).toISOString(),
  state: 'approved',
  reasons: ['moderation'],
  decisions: [],
}));

function idOf(index: number): string {
  return ulid(first + index * step, () => ((index + 1) * 0.618034) % 1);
}
