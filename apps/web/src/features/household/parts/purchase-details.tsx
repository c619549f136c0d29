import { useTranslation } from 'react-i18next';
import { PurchaseRecordDocument } from '@perspectief/graphql-contract/household';
import { Badge, Drawer, useFormat } from '@perspectief/ui';
import { DeedButton } from '../../../commands/deeds';
import { useOffer } from '../../../commands/forms-provider';
import { NoAnswer } from '../../../data/no-answer';
import { usePeople } from '../../../data/people';
import { usePage } from '../../../data/use-page';
import { useTerm } from '../../../terms/use-term';
import { useHouseholdPage } from '../page-context';
import type { Purchase } from './money';
import css from './part.module.css';

/** What was said about a request: the question of a holder, the answer, the decision. */
export const PurchaseDetails = ({ purchase, onClose }: { readonly purchase: Purchase; readonly onClose: () => void }) => {
  const { t } = useTranslation('household');
  const { money, day } = useFormat();
  const term = useTerm();
  const offer = useOffer();
  const { readOnly, trajectory } = useHouseholdPage();
  const { budgetId, requestId, amount, purpose, payee, state, lifeArea } = purchase;
  const page = usePage(PurchaseRecordDocument, 'spendingRequest', { requestId }, { topic: `trajectory:${trajectory.id}`, subject: requestId });
  const said = page.found?.said ?? [];
  const nameOf = usePeople(said.map(({ by }) => by));
  const question = said.findLast(({ kind }) => kind === 'question')?.text;
  const answer = !readOnly && state === 'returned' && offer('answerReturn', { budgetId, requestId }, { about: question ?? purpose });
  return (
    <Drawer
      title={`${money(amount)} ${purpose}`}
      onClose={onClose}
      foot={answer && <DeedButton look="main" deed={{ ...answer, open: () => { onClose(); answer.open(); } }} />}
    >
      <p><Badge tone="plain">{term('requestState', state)}</Badge></p>
      <dl className={css.facts}>
        <div><dt>{t('money.payee')}</dt><dd>{payee}</dd></div>
        <div><dt>{t('money.lifeArea')}</dt><dd>{term('lifeArea', lifeArea)}</dd></div>
      </dl>
      {!page.found ? <NoAnswer page={page} rows={2} /> : said.length === 0 ? <p className="soft">{t('money.nothingSaid')}</p> : (
        <ol className={css.list} aria-label={t('money.said')}>
          {said.map(({ kind, by, on, text }) => (
            <li key={`${kind}${by}${on}${text ?? ''}`}>
              <p className={css.meta}>{t(`money.word.${kind}`, { who: nameOf(by), day: day(on) })}</p>
              {text && <p className={css.note}>{text}</p>}
            </li>
          ))}
        </ol>
      )}
    </Drawer>
  );
};
