/**
 * What the JSON Schema (draft 7) of OCEL 2.0 says (https://www.ocel-standard.org/2.0/ocel20-schema-json.json), written down here: it is
 * published without a licence to copy it. Compared with what the specification prints (version 2.0, section 8): what is required, and of which type each value is,
 * is the same. Attribute values are texts, times are of RFC 3339.
 */
const named = { type: 'object', required: ['name', 'attributes'], properties: { name: { type: 'string' }, attributes: { type: 'array', items: {
  type: 'object', required: ['name', 'type'], properties: { name: { type: 'string' }, type: { type: 'string' } },
} } } };
const relationships = { type: 'array', items: {
  type: 'object', required: ['objectId', 'qualifier'], properties: { objectId: { type: 'string' }, qualifier: { type: 'string' } },
} };
const value = { name: { type: 'string' }, value: { type: 'string' } };

export const ocelSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['eventTypes', 'objectTypes', 'events', 'objects'],
  properties: {
    eventTypes: { type: 'array', items: named },
    objectTypes: { type: 'array', items: named },
    events: { type: 'array', items: { type: 'object', required: ['id', 'type', 'time'], properties: {
      id: { type: 'string' }, type: { type: 'string' }, time: { type: 'string', format: 'date-time' },
      attributes: { type: 'array', items: { type: 'object', required: ['name', 'value'], properties: value } }, relationships,
    } } },
    objects: { type: 'array', items: { type: 'object', required: ['id', 'type'], properties: {
      id: { type: 'string' }, type: { type: 'string' }, relationships,
      attributes: { type: 'array', items: { type: 'object', required: ['name', 'time', 'value'], properties: { ...value, time: { type: 'string', format: 'date-time' } } } },
    } } },
  },
} as const;
