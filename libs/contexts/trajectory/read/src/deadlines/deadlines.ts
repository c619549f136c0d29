import type { DataSource } from 'typeorm';
import { categoryOf, idOfStream, type AnyCommand, type BusinessDate } from '@perspectief/kernel';
import type { Deadline, DeadlineSource } from '@perspectief/runtime';

interface Row {
  readonly id: string;
  readonly key: string;
  readonly actsOn: BusinessDate;
  readonly command: AnyCommand;
}

/** What time will bring about, as far as the read model knows; the command itself is decided on the log. */
export class Deadlines implements DeadlineSource {
  constructor(private readonly database: DataSource) {}

  async dueOn(day: BusinessDate, streams?: readonly string[]): Promise<readonly Deadline[]> {
    const ids = streams?.filter((stream) => categoryOf(stream) === 'trajectory').map(idOfStream);
    const rows = (await this.database.query(
      `select trajectory_id as id, key, acts_on::text as "actsOn", command from read.deadlines
        where acts_on <= $1 and ($2::uuid[] is null or trajectory_id = any($2)) order by acts_on, trajectory_id, key collate "C"`,
      [day, ids ?? null],
    )) as Row[];
    return rows.map(({ id, key, actsOn, command }) => ({ stream: `trajectory-${id}`, key, actsOn, command }));
  }
}
