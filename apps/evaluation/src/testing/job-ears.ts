import pg from 'pg';

/** Hears of every job that changed, so that a test need not ask over and over. */
export const listeningToJobs = async (url: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let heard = 0;
  let told = 0;
  let wake: (() => void) | undefined;
  client.on('notification', () => {
    heard += 1;
    wake?.();
  });
  await client.query('listen evaluation_jobs');
  return {
    /** When one has changed since this was asked last; after so many milliseconds at the latest. */
    changed: async (within: number): Promise<void> => {
      if (told === heard)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, within);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      told = heard;
    },
    close: () => client.end(),
  };
};
