import type { BusinessDate } from '@perspectief/kernel';
import type { Qualification, Role } from './roles.js';

/** Someone whom the directory knows. The name is personal data: shown, never logged. */
export interface Person {
  readonly id: string;
  readonly municipality: string;
  readonly role: Role;
  readonly name: string;
  readonly qualification?: Qualification | undefined;
  readonly secrecySignedOn?: BusinessDate | undefined;
  readonly conductCertificateOn?: BusinessDate | undefined;
  /** How many tandems an expert can carry at once. */
  readonly capacity?: number | undefined;
  readonly area?: string | undefined;
  readonly team?: string | undefined;
  /** Without it, true; false from the day after the last one. */
  readonly active?: boolean | undefined;
  /** The last day in service, where one is known. */
  readonly until?: BusinessDate | undefined;
}

export interface Area {
  readonly code: string;
  readonly name: string;
  readonly municipality: string;
}

/** The people of one area who stand in for each other. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly municipality: string;
  readonly area: string;
}
