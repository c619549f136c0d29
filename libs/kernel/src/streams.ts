/** The first part of a stream's name: `trajectory` of `trajectory-{id}`. */
export const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf('-'));

/** The id in a stream's name: `{id}` of `trajectory-{id}`. */
export const idOfStream = (stream: string): string => stream.slice(stream.indexOf('-') + 1);
