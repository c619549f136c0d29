import type { Tracing } from './tracing.js';

const shareOf = (text: string | undefined): number => {
  if (text === undefined || text === '') return 1;
  const share = Number(text);
  if (!(share >= 0 && share <= 1)) throw new Error(`OTEL_TRACES_SAMPLER_ARG wants a share from 0 to 1, not ${text}`);
  return share;
};

/**
 * Traces for the collector that OTEL_EXPORTER_OTLP_ENDPOINT (or …_TRACES_ENDPOINT) names, by OTLP over HTTP; undefined where none is named,
 * or OTEL_SDK_DISABLED says so. Nothing of OpenTelemetry is loaded then.
 */
export const tracingFrom = async (env: NodeJS.ProcessEnv, service: string): Promise<Tracing | undefined> => {
  const [traces, all] = [env['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'], env['OTEL_EXPORTER_OTLP_ENDPOINT']];
  if ((!traces && !all) || env['OTEL_SDK_DISABLED'] === 'true') return undefined;
  const share = shareOf(env['OTEL_TRACES_SAMPLER_ARG']);
  const url = traces || `${(all as string).replace(/\/$/, '')}/v1/traces`;
  const { tracingTo } = await import('./traced-parts.js');
  return tracingTo({ url, service: env['OTEL_SERVICE_NAME'] || service, share });
};
