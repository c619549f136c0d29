import { SaxesParser, type SaxesTagNS } from 'saxes';
import { refuse, type Refusal } from '@perspectief/kernel';
import type { Attribute } from '../cut/attributes.js';
import type { Engine } from '../tables/engine.js';
import { LogWriter, type OutsideEvent } from './log-writer.js';
import { isBrokenGzip, NotText, textOf } from './outside-file.js';
import type { ImportRefusal } from './refusals.js';

/** Public logs come with the namespace of the standard, without its last slash, and with none. */
const namespaces: ReadonlySet<string> = new Set(['http://www.xes-standard.org/', 'http://www.xes-standard.org', '']);

type Values = Record<string, Attribute>;

/** A whole number beyond what a double holds stays a text. */
const numberOf = (text: string): Attribute => {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)) ? value : text;
};

const valueOf: Readonly<Record<string, (text: string) => Attribute>> = {
  string: (text) => text, date: (text) => text, id: (text) => text, int: numberOf, float: numberOf,
  boolean: (text) => text.trim() === 'true' || text.trim() === '1',
};

const take = (values: Values, key: string): string | undefined => {
  const value = values[key];
  delete values[key];
  return value === undefined || value === '' ? undefined : String(value);
};

/** Without an offset, a time is taken for UTC. */
const momentOf = (text: string | undefined): number => {
  if (text === undefined) return Number.NaN;
  return Date.parse(/(?:Z|[+-]\d{2}:?\d{2})$/i.test(text.trim()) ? text.trim() : `${text.trim()}Z`);
};

class Broken extends Error {
  constructor(
    readonly code: ImportRefusal,
  ) {
    super(code);
  }
}

/** What holds attributes, and has no key itself. */
const plain: ReadonlySet<string> = new Set(['values', 'trace', 'event', 'log']);

/**
 * Follows the tags of an XES file. An attribute of an attribute, of a list or of a container is kept under the names that lead to it,
 * with dots between; events outside a trace are passed over.
 */
class XesHandler {
  private readonly path: string[] = [];
  /** Keys of the attributes that are open. */
  private readonly keys: string[] = [];
  private trace: Values | undefined;
  private event: Values | undefined;
  private events: OutsideEvent[] = [];
  private traces = 0;
  private readonly names = new Map<string, number>();

  constructor(private readonly writer: LogWriter) {}

  open({ local, uri, attributes }: SaxesTagNS): void {
    if (this.path.length === 0 && (local !== 'log' || !namespaces.has(uri))) throw new Broken('NOT_XES');
    const parent = this.path.at(-1);
    if (local === 'trace' && parent === 'log') this.trace = {};
    else if (local === 'event' && parent === 'trace') this.event = {};
    else if (!plain.has(local)) this.keep(local, attributes);
    this.path.push(local);
  }

  close(): void {
    const local = this.path.pop();
    const parent = this.path.at(-1);
    if (local !== undefined && !plain.has(local)) this.keys.pop();
    if (local === 'event' && parent === 'trace' && this.event) this.endEvent(this.event);
    if (local === 'trace' && parent === 'log' && this.trace) this.endTrace(this.trace);
  }

  /** Of an event within a trace, the event is what it is said of; in a list, the same name again gets a number. */
  private keep(type: string, attributes: SaxesTagNS['attributes']): void {
    const [key = '', value] = [attributes['key']?.value, attributes['value']?.value];
    this.keys.push(key);
    const values = this.event ?? this.trace;
    const read = valueOf[type];
    if (!values || !read || key === '' || value === undefined) return;
    const name = this.keys.join('.');
    let free = name;
    for (let number = 2; this.keys.length > 1 && free in values; number += 1) free = `${name}.${number}`;
    values[free] = read(value);
  }

  private endEvent(values: Values): void {
    const [activity, time] = [take(values, 'concept:name'), take(values, 'time:timestamp')];
    if (activity === undefined) throw new Broken('MISSING');
    const at = momentOf(time);
    if (Number.isNaN(at)) throw new Broken('BAD_TIME');
    const [instance, lifecycle, resource, role] = ['concept:instance', 'lifecycle:transition', 'org:resource', 'org:role'].map((key) => take(values, key));
    this.events.push({ activity, at, instance, lifecycle, resource, role, attributes: values });
    this.event = undefined;
  }

  /** A name that no case has yet: traces of the same name are cases of their own. */
  private free(name: string): string {
    let [free, number] = [name, this.names.get(name) ?? 1];
    while (this.names.has(free)) {
      number += 1;
      free = `${name} #${number}`;
    }
    this.names.set(name, number);
    this.names.set(free, this.names.get(free) ?? 1);
    return free;
  }

  private endTrace(values: Values): void {
    this.traces += 1;
    const name = take(values, 'concept:name') ?? `case ${this.traces}`;
    this.writer.begin(this.free(name), values);
    this.events.forEach((one) => this.writer.add(one));
    this.events = [];
    this.trace = undefined;
  }
}

/** Reads an XES log into the tables, piece by piece. Events of a case keep the order of the file. Nothing outside the file is looked up. */
export const readXesLog = async (engine: Engine, path: string): Promise<{ readonly refused: Refusal<ImportRefusal> } | undefined> => {
  const writer = await LogWriter.open(engine);
  const handler = new XesHandler(writer);
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag) => handler.open(tag));
  parser.on('closetag', () => handler.close());
  parser.on('error', () => { throw new Broken('NOT_XES'); });
  try {
    for await (const chunk of textOf(path)) parser.write(chunk);
    parser.close();
  } catch (error) {
    if (error instanceof Broken) return refuse(error.code, { field: String(parser.line) });
    if (error instanceof NotText) return refuse('NOT_XES', { field: String(parser.line) });
    if (isBrokenGzip(error)) return refuse('NOT_XES');
    throw error;
  }
  await writer.close();
  return writer.events === 0 ? refuse('EMPTY') : undefined;
};
