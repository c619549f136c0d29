import { InputType } from '@nestjs/graphql';
import type { CommandOf, Uuid } from '@perspectief/kernel';
import { Choice, Code, Codes, Id } from '../fields/index.js';
import { inputsOf } from './inputs-of.js';

type JarCommand = CommandOf<{
  FillJar: { jarId: Uuid; marbles: readonly string[]; colour?: 'red' | 'light-blue' };
  BreakJar: { jarId: Uuid };
}>;

@InputType()
class FillJarInput {
  @Id() jarId!: Uuid;
  @Codes() marbles!: string[];
  @Choice(['red', 'light-blue'], { optional: true }) colour?: 'red' | 'light-blue';
}

@InputType()
class BreakJarInput {
  @Id() jarId!: Uuid;
}

@InputType()
class TooMuch extends BreakJarInput {
  @Code() why!: string;
}

@InputType()
class TooLittle {
  @Id() jarId!: Uuid;
  @Codes() marbles!: string[];
}

@InputType()
class OtherChoices extends TooLittle {
  @Code({ optional: true }) colour?: 'red';
}

describe('the inputs of a context', () => {
  const inputs = inputsOf<JarCommand>();

  test('are complete', () => {
    expect(inputs({ FillJar: FillJarInput, BreakJar: BreakJarInput })).toHaveProperty('FillJar', FillJarInput);
    expect(inputsOf<JarCommand, 'BreakJar'>()({ FillJar: FillJarInput })).not.toHaveProperty('BreakJar');
  });

  test('do not compile with a command or a field too few or too many, or with other choices', () => {
    // @ts-expect-error BreakJar is missing
    inputs({ FillJar: FillJarInput });
    // @ts-expect-error no command is called PaintJar
    inputs({ FillJar: FillJarInput, BreakJar: BreakJarInput, PaintJar: BreakJarInput });
    // @ts-expect-error no reason is asked for
    inputs({ FillJar: FillJarInput, BreakJar: TooMuch });
    // @ts-expect-error the colour may be told
    inputs({ FillJar: TooLittle, BreakJar: BreakJarInput });
    // @ts-expect-error light-blue is a colour too
    inputs({ FillJar: OtherChoices, BreakJar: BreakJarInput });
    expect(inputs).toBeInstanceOf(Function);
  });
});
