import { gql, type Client, type CombinedError } from 'urql';
import type { RefusalCode } from '@perspectief/graphql-contract';
import { commandsOfNow, type CommandInputs } from '@perspectief/graphql-contract/command-inputs';
import type { Says } from '@perspectief/ui';

/** Every command of the API by its name there, such as `reportThreat`. */
export type CommandName = keyof CommandInputs;

export interface Command {
  readonly name: CommandName;
  /** Chosen once, here: sent twice, it is one command. */
  readonly commandId: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** When it happened; left out, now. */
  readonly happenedOn?: string | undefined;
}

export interface Refusal {
  readonly phase: 'refused';
  readonly code: RefusalCode;
  readonly sentence: Says;
  readonly field: string | undefined;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

export type Outcome =
  | { readonly phase: 'accepted'; readonly position: string | null; readonly repeated: boolean }
  | Refusal
  /** No network: kept on this device, sent once later. */
  | { readonly phase: 'kept' }
  /** A bug or a session that ended; nothing was written. */
  | { readonly phase: 'failed'; readonly code: string };

const documentOf = (name: CommandName): string => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const dated = !commandsOfNow.has(name);
  return `mutation ${type}($commandId: ID!, ${dated ? '$happenedOn: LocalDateTime, ' : ''}$input: ${type}Input!) {
    outcome: ${name}(commandId: $commandId, ${dated ? 'happenedOn: $happenedOn, ' : ''}input: $input) {
      __typename
      ... on Accepted { position repeated }
      ... on Refused { code field sentence { nl en } facts { name value } }
    }
  }`;
};

type Told =
  | { readonly __typename: 'Accepted'; readonly position: string | null; readonly repeated: boolean }
  | { readonly __typename: 'Refused'; readonly code: RefusalCode; readonly field: string | null; readonly sentence: Says; readonly facts: Refusal['facts'] };

const AGAIN = new Set(['CONFLICT', 'UNAVAILABLE']);
const TRIES = 4;

const codeOf = (error: CombinedError): string => String(error.graphQLErrors[0]?.extensions['code'] ?? 'BROKEN');

const pause = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms));

/**
 * Sends a command. Somebody else who wrote at the same moment is no error: it is sent again with the same id, and merges or is refused
 * for a reason. Never throws.
 */
export const send = async (client: Client, command: Command, tries = TRIES): Promise<Outcome> => {
  const { data, error } = await client
    .mutation<{ outcome: Told }>(gql(documentOf(command.name)), { commandId: command.commandId, input: command.input, ...(commandsOfNow.has(command.name) ? {} : { happenedOn: command.happenedOn ?? null }) })
    .toPromise();
  if (error?.networkError) return { phase: 'kept' };
  if (error) {
    const code = codeOf(error);
    if (!AGAIN.has(code)) return { phase: 'failed', code };
    if (tries <= 1) return code === 'UNAVAILABLE' ? { phase: 'kept' } : { phase: 'failed', code };
    await pause(150 * (TRIES - tries + 1));
    return send(client, command, tries - 1);
  }
  const told = data?.outcome;
  if (!told) return { phase: 'failed', code: 'BROKEN' };
  return told.__typename === 'Accepted'
    ? { phase: 'accepted', position: told.position, repeated: told.repeated }
    : { phase: 'refused', code: told.code, sentence: told.sentence, field: told.field ?? undefined, facts: told.facts };
};
