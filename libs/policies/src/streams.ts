/** The id in a stream's name: `trajectory-{id}`. */
export const idOfStream = (stream: string): string => stream.slice(stream.indexOf('-') + 1);
