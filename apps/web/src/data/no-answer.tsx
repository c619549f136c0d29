import { Loading, Problem } from '@perspectief/ui';
import type { Expected, Page } from './use-page';

/** Stands where an answer comes: its place while it is asked for, `rows` blocks high, or why there is none and a way to ask again. */
export const NoAnswer = ({ page: { asking, sentence, askAgain }, rows }: { readonly page: Pick<Page<Expected>, 'asking' | 'sentence' | 'askAgain'>; readonly rows?: number }) =>
  asking ? <Loading rows={rows} /> : <Problem sentence={sentence} onAgain={askAgain} />;
