import { approvals } from './approvals/index.js';
import { buyOut } from './buy-out/index.js';
import { ceilings } from './ceilings/index.js';
import { confirmations } from './confirmations/index.js';
import { contributions } from './contributions/index.js';
import { mandates } from './mandates/index.js';
import { payments } from './payments/index.js';
import { requests } from './requests/index.js';
import { yearEnd } from './year-end/index.js';

/** The one list: what stands here is part of every pot. */
export const concerns = [contributions, mandates, requests, approvals, confirmations, payments, ceilings, buyOut, yearEnd];
