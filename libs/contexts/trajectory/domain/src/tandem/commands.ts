import type { CommandOf, Uuid } from '@perspectief/kernel';

export type TandemCommand = CommandOf<{
  ProposeTandem: { trajectoryId: Uuid; tandemId: Uuid; coachId: string; expertId: string };
  AcceptTandem: { trajectoryId: Uuid };
  DeclineTandem: { trajectoryId: Uuid; reason?: string };
  LogTandemContact: { trajectoryId: Uuid; contactId: Uuid; kind: string; minutes: number; note?: string };
  PauseTandem: { trajectoryId: Uuid };
  ResumeTandem: { trajectoryId: Uuid };
  ReplaceExpert: { trajectoryId: Uuid; expertId: string };
  ReplaceCoach: { trajectoryId: Uuid; coachId: string };
  EndTandem: { trajectoryId: Uuid; reason: string };
}>;
