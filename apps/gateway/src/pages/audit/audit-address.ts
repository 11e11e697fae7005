import type { AuditQuery } from './audit.form.js';

/** The address of the page for what was asked; what was not asked is left out. */
export const auditAddress = (asked: AuditQuery): string => {
  const given = Object.entries(asked).filter(([, typed]) => typed !== '');
  return given.length === 0 ? '/audit' : `/audit?${new URLSearchParams(given)}`;
};
