/**
 * Headers of every answer (WEB-03, WEB-04), made once: a middleware that builds them per request costs more than reading
 * a session. No nonce is needed because nothing is inline: scripts and styles are our own files only. What may be cached
 * (fingerprinted assets) overrides `cache-control` on its own reply.
 */
const everywhere = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
};

const directives = (list: Readonly<Record<string, string>>) =>
  Object.entries(list)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

export const apiHeaders: Readonly<Record<string, string>> = Object.freeze({
  ...everywhere,
  'content-security-policy': directives({ 'default-src': "'none'", 'frame-ancestors': "'none'" }),
});

export const pageHeaders: Readonly<Record<string, string>> = Object.freeze({
  ...everywhere,
  'content-security-policy': directives({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'manifest-src': "'self'",
    'frame-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  }),
  // `no-referrer` would make older browsers send `Origin: null` with our own forms, which the CSRF guard must refuse.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'x-frame-options': 'DENY',
});
