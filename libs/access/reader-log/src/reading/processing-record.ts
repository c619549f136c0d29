import type { KeptLook, LookAction } from '../look.js';

/** One record of the Dutch standard Logboek Dataverwerkingen (after verwerkingenlogging), with its own field names. */
export interface ProcessingRecord {
  readonly trace_id: string;
  readonly span_id: string;
  readonly name: string;
  readonly status_code: 'OK' | 'ERROR';
  readonly start_time: string;
  readonly end_time: string;
  readonly resource: { readonly 'service.name': string };
  readonly attributes: Readonly<Record<string, string | readonly string[]>>;
}

/** The activity of the municipality's register (AVG 30) that a look belongs to; without a law, integrated support itself. */
export const processingActivityOf = ({ law, action }: { readonly law?: string; readonly action: LookAction }): string =>
  `urn:perspectief:processing-activity:${action === 'break-glass' ? 'emergency-access' : (law ?? 'integrated-support')}`;

export const processingRecordOf = (look: KeptLook): ProcessingRecord => ({
  trace_id: look.traceId,
  span_id: look.spanId,
  name: look.what,
  status_code: look.action === 'denied' ? 'ERROR' : 'OK',
  start_time: look.startedAt,
  end_time: look.endedAt,
  resource: { 'service.name': 'perspectief-casework' },
  attributes: {
    'dpl.core.processing_activity_id': processingActivityOf(look),
    'dpl.core.data_subject_id': look.householdIds,
    'dpl.core.data_subject_id_type': 'perspectief-household',
    'perspectief.user_id': look.person.id,
    'perspectief.role': look.person.role,
    'perspectief.action': look.action,
    'perspectief.purpose': look.purpose,
    ...(look.law !== undefined && { 'perspectief.law': look.law }),
    ...(look.asOf !== undefined && { 'perspectief.as_of': look.asOf }),
    ...(look.about !== undefined && { 'perspectief.about': look.about }),
    'perspectief.trajectory_id': look.trajectoryIds,
  },
});
