/** Our own icons, drawn on a grid of 24, with strokes that take the colour of the text around them. */
const strokes = {
  gear: '<circle cx="12" cy="12" r="3.1"/><path d="M10.4 3.2h3.2l.5 2.4 1.7.8 2.2-1.1 2.2 2.3-1.2 2.1.7 1.8 2.3.7v3.1l-2.4.6-.7 1.7 1.2 2.2-2.3 2.2-2.1-1.2-1.7.7-.6 2.3h-3.1l-.7-2.3-1.8-.7-2.1 1.2-2.2-2.3 1.1-2.2-.7-1.7-2.4-.5v-3.2l2.3-.6.8-1.8L3.5 7.6l2.2-2.3 2.2 1.2 1.8-.8z" transform="translate(.15 .1) scale(.985)"/>',
  person: '<circle cx="12" cy="8.2" r="4"/><path d="M4.4 20.2c.9-4 3.9-6 7.6-6s6.7 2 7.6 6"/>',
  people:
    '<circle cx="9" cy="8.6" r="3.5"/><path d="M2.6 19.4c.7-3.5 3.2-5.2 6.4-5.2s5.7 1.7 6.4 5.2M15.4 5.4a3.5 3.5 0 0 1 0 6.5M18 14.7c1.8.7 2.9 2.3 3.4 4.7"/>',
  door: '<path d="M13.5 3.8H6.2v16.4h7.3M10.8 12h9.4M16.8 8.5l3.5 3.5-3.5 3.5"/>',
  tick: '<circle cx="12" cy="12" r="9"/><path d="m7.9 12.3 2.8 2.8 5.4-6"/>',
  wrong: '<circle cx="12" cy="12" r="9"/><path d="M12 7.3v5.4M12 16.4v.1"/>',
  careful: '<path d="M12 3.8 2.7 20h18.6zM12 10v4.6M12 17.3v.1"/>',
  clock: '<circle cx="12" cy="12" r="9"/><path d="M12 6.8V12l3.4 2.2"/>',
  back: '<path d="M14.5 5.5 8 12l6.5 6.5"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  letter: '<path d="M3.2 5.8h17.6v12.4H3.2zM3.6 6.4 12 13l8.4-6.6"/>',
  shield:
    '<path d="M12 3.2 4.8 6v5.4c0 4.4 2.9 7.7 7.2 9.4 4.3-1.7 7.2-5 7.2-9.4V6zM8.6 12l2.5 2.5 4.4-4.9"/>',
  device: '<path d="M7.2 2.8h9.6v18.4H7.2zM10.6 18.2h2.8"/>',
  phone:
    '<path d="M5.2 3.6h3.6l1.7 4.4-2.3 1.6c1.1 2.5 3.1 4.5 5.7 5.7l1.6-2.3 4.4 1.7v3.6c0 1-.9 1.9-2 1.8C10.400 19.600 4.400 13.600 3.400 5.600c-.1-1.100.700-2 1.800-2z"/>',
  key: '<circle cx="7.6" cy="12" r="4.1"/><path d="M11.7 12h9.1v3.6M17.3 12v2.7"/>',
} as const;

const icon = (name: string, drawing: string) =>
  `<svg class="icon icon-${name}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${drawing}</svg>`;

/** Partials by name: `icon-gear` and so on. */
export const icons: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(strokes).map(([name, drawing]) => [`icon-${name}`, icon(name, drawing)]),
);
