export type Goal = Readonly<{
  what: string;
  value: number;
  unit: string;
  goal: number;
  better: 'more' | 'less';
  how: string;
}>;

const isMet = ({ value, goal, better }: Goal) => (better === 'more' ? value >= goal : value <= goal);

const shown = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0));

/** One line for each goal, met or not, with the figures it was made from. */
export const reportOf = (goals: readonly Goal[]): string =>
  goals
    .map((goal) => {
      const { what, value, unit, goal: wanted, better, how } = goal;
      const sign = better === 'more' ? '>=' : '<=';
      return `${isMet(goal) ? '✓' : '✗'} ${what.padEnd(44)} ${shown(value).padStart(6)}${unit}  (goal ${sign} ${wanted}${unit}; ${how})`;
    })
    .join('\n');

export const allMet = (goals: readonly Goal[]): boolean => goals.every(isMet);
