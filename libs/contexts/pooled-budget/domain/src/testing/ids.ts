/** Ids of the specs: readable, and valid. */
export const idOf = (n: number): string => `00000000-0000-5000-8000-${String(n).padStart(12, '0')}`;
export const POT = idOf(1);
export const TRAJECTORY = idOf(100);
export const OTHER_TRAJECTORY = idOf(101);
export const REQUEST = idOf(200);
export const PAYMENT = idOf(300);
export const REFUND = idOf(400);
export const BUY_OUT = idOf(500);
export const DEBT = idOf(600);
