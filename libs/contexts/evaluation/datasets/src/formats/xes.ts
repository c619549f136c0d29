import type { Attribute } from '../cut/attributes.js';
import type { Engine } from '../tables/engine.js';
import { casesOf, type Activity } from './activities.js';
import { writeText } from './text-file.js';

/** What XML 1.0 has no way to write. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' };

export const escapedXml = (text: string): string => text.replace(UNWRITABLE, '').replace(/[&<>"\t\n\r]/g, (sign) => entities[sign] as string);

/** A key is a name in the sense of XML: no blanks, no signs, no digit first. */
const nameOf = (key: string): string => {
  const name = key.replaceAll(/[^\p{L}\p{N}:_.-]/gu, '_');
  return /^[\p{L}_]/u.test(name) ? name : `_${name}`;
};

const elementOf = (value: Attribute): string => {
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'boolean';
  return Number.isInteger(value) ? 'int' : 'float';
};

const attribute = (element: string, key: string, value: Attribute): string => `<${element} key="${key}" value="${escapedXml(String(value))}"/>`;

/** Keys of the standard are ours to write; an attribute that would say one of them again is put aside under another name. */
const standard: ReadonlySet<string> = new Set(['concept:name', 'concept:instance', 'time:timestamp', 'lifecycle:transition', 'org:resource', 'org:role', 'identity:id']);

const ownAttributes = (attributes: Activity['attributes']): string => {
  const used = new Set(standard);
  return Object.entries(attributes).map(([key, value]) => {
    const base = nameOf(key);
    let name = base;
    for (let number = 2; used.has(name); number += 1) name = `${base}_${number}`;
    used.add(name);
    return attribute(elementOf(value), name, value);
  }).join('');
};

const eventXml = (one: Activity): string =>
  [
    '<event>', attribute('string', 'concept:name', one.activity), `<date key="time:timestamp" value="${one.at.replace('Z', '+00:00')}"/>`,
    ...(one.instance === null ? [] : [attribute('string', 'concept:instance', one.instance)]),
    ...(one.lifecycle === null ? [] : [attribute('string', 'lifecycle:transition', one.lifecycle)]),
    ...(one.resource === null ? [] : [attribute('string', 'org:resource', one.resource)]),
    ...(one.role === null ? [] : [attribute('string', 'org:role', one.role)]),
    ownAttributes(one.attributes), '</event>\n',
  ].join('');

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
<extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
<extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
<global scope="trace"><string key="concept:name" value="unknown"/></global>
<global scope="event"><string key="concept:name" value="unknown"/><date key="time:timestamp" value="1970-01-01T00:00:00.000+00:00"/></global>
<classifier name="Activity" keys="concept:name"/>
`;

/** XES 1849-2016 with one case notion: the trajectory. Events of a case stand in their order; corrections are applied and left out. */
export const writeXes = async (engine: Engine, name: string, path: string): Promise<void> => {
  const cases = await casesOf(engine);
  function* parts(): Generator<string> {
    yield `${HEAD}${attribute('string', 'concept:name', name)}\n`;
    for (const { caseId, attributes, events } of cases)
      yield `<trace>${attribute('string', 'concept:name', caseId)}${ownAttributes(attributes)}\n${events.map(eventXml).join('')}</trace>\n`;
    yield '</log>\n';
  }
  writeText(path, parts());
};
