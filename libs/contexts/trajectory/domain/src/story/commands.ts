import type { BusinessDate, CommandOf, LocalDateTime, Uuid } from '@perspectief/kernel';
import type { Assessor, ContactKind } from './events.js';

interface LifeAreaScore {
  readonly lifeArea: string;
  readonly score: number;
}

export type StoryCommand = CommandOf<{
  LogContact: { trajectoryId: Uuid; contactId: Uuid; kind: ContactKind; reached: boolean; note?: string };
  TellStory: { trajectoryId: Uuid; storyId: Uuid; text: string; visibleTo: readonly string[] };
  CorrectStory: { trajectoryId: Uuid; storyId: Uuid; text: string };
  CorrectDate: { trajectoryId: Uuid; eventId: Uuid; happenedOn: BusinessDate | LocalDateTime; reason: string };
  AssessLifeAreas: {
    trajectoryId: Uuid;
    assessmentId: Uuid;
    by: Assessor;
    scores: readonly LifeAreaScore[];
    qualityOfLife?: number;
    note?: string;
  };
}>;
