import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Value {
  readonly stringValue?: string;
  readonly intValue?: number;
  readonly boolValue?: boolean;
}

/** A span as OTLP writes it, and the service that sent it. */
export interface CollectedSpan {
  readonly service: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly name: string;
  readonly status: number;
  readonly milliseconds: number;
  readonly links: readonly string[];
  readonly attributes: Readonly<Record<string, string | number | boolean | undefined>>;
}

interface Sent {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly { readonly key: string; readonly value: Value }[] };
    readonly scopeSpans: readonly { readonly spans: readonly SentSpan[] }[];
  }[];
}

interface SentSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly status?: { readonly code?: number };
  readonly links?: readonly { readonly traceId: string; readonly spanId: string }[];
  readonly attributes: readonly { readonly key: string; readonly value: Value }[];
}

const valueOf = ({ stringValue, intValue, boolValue }: Value): string | number | boolean | undefined => stringValue ?? intValue ?? boolValue;
const read = (attributes: SentSpan['attributes']): CollectedSpan['attributes'] => Object.fromEntries(attributes.map(({ key, value }) => [key, valueOf(value)]));

const spansIn = ({ resourceSpans }: Sent): CollectedSpan[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) => spans).map((span) => ({
      service: String(read(resource.attributes)['service.name']),
      ...{ traceId: span.traceId, spanId: span.spanId, parentSpanId: span.parentSpanId ?? '', name: span.name, status: span.status?.code ?? 0 },
      milliseconds: Number(BigInt(span.endTimeUnixNano) - BigInt(span.startTimeUnixNano)) / 1e6,
      links: (span.links ?? []).map(({ traceId, spanId }) => `${traceId} ${spanId}`),
      attributes: read(span.attributes),
    })),
  );

/** Takes traces as a collector does, by OTLP over HTTP on a free port of this machine, and keeps what came. */
export const collector = async () => {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      bodies.push(Buffer.concat(chunks).toString());
      response.writeHead(request.url === '/v1/traces' ? 200 : 404, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** As it came over the wire. */
    bodies,
    spans: () => bodies.flatMap((body) => spansIn(JSON.parse(body) as Sent)),
    close: () => new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
};
