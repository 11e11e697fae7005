import type { DomainEvent } from '#event-sourcing';

/** What can happen to a school. Its name is not personal data; its manager's phone is (`null` once erased). */
export type SchoolEvent =
  | DomainEvent<'SchoolRegistered', { name: string; managerUserId: string; managerPhone: string | null }>
  /** `at` (ISO 8601): since when support may not rely on it; the first events were written without, before any door led here. */
  | DomainEvent<'ManagerPhoneChanged', { managerUserId: string; managerPhone: string | null; at?: string }>
  /** This user is an active manager from now on. */
  | DomainEvent<'ManagerAdmitted', { userId: string }>
  /** This user no longer counts as an active manager. */
  | DomainEvent<'ManagerWithdrawn', { userId: string }>;
