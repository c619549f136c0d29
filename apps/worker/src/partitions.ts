const MOST = 64;

/** How many partitions a read model has whose streams can be shared out. Undefined: as many as it has now. Throws where that is no number. */
export const partitionsFrom = (environment: Readonly<Record<string, string | undefined>>): number | undefined => {
  const said = environment['PROJECTION_PARTITIONS'];
  if (said === undefined || said === '') return undefined;
  const partitions = Number(said);
  if (!Number.isInteger(partitions) || partitions < 1 || partitions > MOST) throw new Error(`PROJECTION_PARTITIONS wants a whole number from 1 to ${MOST}`);
  return partitions;
};
