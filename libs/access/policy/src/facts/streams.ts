import type { Uuid } from '@perspectief/kernel';

export const householdStream = (id: Uuid): string => `household-${id}`;
export const trajectoryStream = (id: Uuid): string => `trajectory-${id}`;
export const potStream = (id: Uuid): string => `pooledBudget-${id}`;
