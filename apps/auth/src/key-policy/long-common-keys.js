const SHORTEST = 15;
const LONGEST_RUN = 40;

const rows = [
  '1234567890',
  '0987654321',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertyuiopasdfghjklzxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  'zyxwvutsrqponmlkjihgfedcba',
  'poiuytrezamlkjhgfdsq',
  'poiuytrewqlkjhgfdsa',
  '1q2w3e4r5t6y7u8i9o0p',
  '1a2z3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujm',
  'aqwzsxedcrfvtgbyhnuj',
  '147258369',
  '789456123',
];
/** What the published lists, made abroad, rank too low for France, and the words of this trade. */
const atHome = [
  'motdepasse',
  'monmotdepasse',
  'azerty',
  'azertyuiop',
  'bonjour',
  'soleil',
  'doudou',
  'loulou',
  'chouchou',
  'jetaime',
  'marseille',
  'paris',
  'autoecole',
  'auto-ecole',
  'permis',
  'permisb',
  'conduite',
  'codedelaroute',
  'moniteur',
  'trousseau',
];
const endings = [
  '1',
  '12',
  '123',
  '1234',
  '12345',
  '123456',
  '!',
  '1!',
  '123!',
  '2024',
  '2025',
  '2026',
  '2027',
];

/** Every piece of 15 to 40 characters of a row that goes round and round. */
const runsAlong = (row) => {
  const round = row.repeat(Math.ceil((LONGEST_RUN * 2) / row.length) + 1);
  const runs = [];
  for (let from = 0; from < row.length; from += 1) {
    for (let length = SHORTEST; length <= LONGEST_RUN; length += 1)
      runs.push(round.slice(from, from + length));
  }
  return runs;
};

/** A word again and again until it is long enough, and once more. */
const repeated = (word) => {
  const times = Math.ceil(SHORTEST / word.length);
  return [word.repeat(times), word.repeat(times + 1)];
};

export function longCommonKeys(ranked) {
  const words = [...atHome, ...ranked].map((word) => word.toLowerCase()).filter((word) => word.length >= 3);
  const common = words.slice(0, 1000);
  const commonest = words.slice(0, 60);
  const pairs = commonest.flatMap((one) => commonest.map((other) => one + other));
  const ended = [...common, ...pairs].flatMap((word) => endings.map((ending) => word + ending));
  const all = [...words, ...rows.flatMap(runsAlong), ...common.flatMap(repeated), ...pairs, ...ended];
  for (const one of '0123456789abcdefghijklmnopqrstuvwxyz*.-!') {
    for (let length = SHORTEST; length <= LONGEST_RUN; length += 1) all.push(one.repeat(length));
  }
  return new Set(all.filter((key) => key.length >= SHORTEST));
}
