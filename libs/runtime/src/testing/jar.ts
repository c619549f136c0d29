import { IsInt, IsOptional, IsString, IsUUID, Max, Min } from 'class-validator';
import { accept, event, field, refuse, type Decider, type EventOf } from '@perspectief/kernel';
import { asAnyOwner, type StreamOwner } from '../command/stream-owner.js';

/** The smallest stream that has rules: a jar that marbles go into, up to ten. */
export const jarEvents = { MarbleAdded: event('Marbles went in.', { jarId: field.id, marbles: field.count, because: field.code.optional() }) };
type JarEvent = EventOf<typeof jarEvents>;
type AddMarble = { readonly type: 'AddMarble'; readonly data: { readonly jarId: string; readonly marbles: number } };
type ShelveJar = { readonly type: 'ShelveJar'; readonly data: { readonly jarId: string } };

class AddMarbleInput {
  @IsUUID() jarId!: string;
  @IsInt() @Min(0) @Max(100) marbles!: number;
  @IsOptional() @IsString() label?: string;
}

export const CAPACITY = 10;

const decider: Decider<number, AddMarble | ShelveJar, JarEvent, { readonly shelf: number }> = {
  initial: 0,
  evolve: (marbles, { data }) => marbles + data.marbles,
  decide: (command, marbles, _meta, { shelf }) => {
    if (command.type === 'ShelveJar') return shelf > CAPACITY ? refuse('SHELF_FULL') : accept();
    if (marbles + command.data.marbles > CAPACITY) return refuse('JAR_FULL', { field: 'marbles', facts: { room: CAPACITY - marbles } });
    return command.data.marbles === 0 ? accept() : accept({ type: 'MarbleAdded', data: command.data });
  },
};

const jarOwner: StreamOwner<number, AddMarble | ShelveJar, JarEvent, { readonly shelf: number }> = {
  category: 'jar',
  idField: 'jarId',
  decider,
  events: jarEvents,
  inputs: { AddMarble: AddMarbleInput },
  internal: ['ShelveJar'],
  gather: async () => ({ shelf: 0 }),
  municipalityOf: () => 'groningen',
  privacy: { householdOf: () => undefined, scopeOf: () => 'common' },
};

export const anyJarOwner = asAnyOwner(jarOwner);
