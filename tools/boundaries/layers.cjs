/**
 * The libraries, lowest first. A library imports only from layers below its own, never a neighbour.
 * Every folder of libs/ stands in exactly one layer (a spec demands it).
 */
exports.layers = [
  [
    'contracts',
    'event-sourcing',
    'journals',
    'kafka',
    'links',
    'metrics',
    'sealing',
    'secrets',
    'settings',
    'tracing',
  ],
  ['event-store'],
  ['projections', 'service-bus', 'vault'],
  ['aggregate-store', 'messaging'],
  ['evidence'],
  ['platform'],
];
