import { useEffect, useRef } from 'react';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge, useFormat, type Tone } from '@perspectief/ui';
import { NoAnswer } from '../../data/no-answer';
import { usePeople } from '../../data/people';
import { useTerm } from '../../terms/use-term';
import { Conversation } from './conversation';
import { Decide } from './decide';
import { Before, Rule } from './compared';
import { Impact } from './impact';
import { Payments } from './payments';
import { pseudonymOf } from './queue';
import { Reasons } from './reasons';
import { useRequest, type DecisionRecord } from './request';
import css from './desk.module.css';

const TONES: Readonly<Record<string, Tone>> = { awaiting: 'wait', returned: 'planned', approved: 'done', rejected: 'plain', withdrawn: 'plain' };

/** Who is named in a decision record. */
const namedIn = ({ request, household, said, earlier, similar }: DecisionRecord): readonly string[] => [
  request.requestedBy, household.proposedRaise?.proposedBy ?? request.requestedBy, ...request.approvals, ...request.decidedBy, ...said.map(({ by }) => by), ...[...earlier, ...similar].flatMap(({ requestedBy, decidedBy }) => [requestedBy, ...decidedBy]),
];

const Head = ({ record }: { readonly record: DecisionRecord }) => {
  const { t } = useTranslation('desk');
  const { money, day } = useFormat();
  const term = useTerm();
  const { request, reasons } = record;
  const nameOf = usePeople([request.requestedBy]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <header className={css.head}>
      <p className="soft dots"><span>{t('household', { code: pseudonymOf(request.trajectoryId) })}</span><span>{term('area', request.area)}</span><span>{term('lifeArea', request.lifeArea)}</span></p>
      <h2 ref={heading} tabIndex={-1} className={css.title}>
        <span className={css.big}>{money(request.amount)}</span> {reasons.purpose}
      </h2>
      <p className="row">
        <Badge tone={TONES[request.state] ?? 'plain'}>{term('requestState', request.state)}</Badge>
        {reasons.emergency && <Badge tone="wait">{t('emergency')}</Badge>}
        <span className="soft">{t('askedBy', { who: nameOf(request.requestedBy), day: day(request.requestedOn), payee: reasons.payee })}</span>
      </p>
    </header>
  );
};

/** One request with all that a decision on it must see: the record on the left, the money on the right. */
export const RequestPanel = ({ requestId, search, next }: { readonly requestId: string; readonly search: string; readonly next: string | undefined }) => {
  const { t } = useTranslation('desk');
  const page = useRequest(requestId);
  const record = page.found;
  const nameOf = usePeople(record ? namedIn(record) : []);
  return (
    <article className={css.page}>
      <Link to={`/aanvragen${search}`} className={css.back} data-screen-only><ArrowLeft size={18} aria-hidden /> {t('back')}</Link>
      {!record ? <NoAnswer page={page} rows={6} /> : (
        <>
          <Head record={record} />
          <Decide record={record} nameOf={nameOf} next={next && `/aanvragen/${next}${search}`} />
          <div className={css.columns}>
            <div className="stack">
              <Reasons reasons={record.reasons} />
              {record.said.length > 0 && <Conversation said={record.said} nameOf={nameOf} />}
              <Payments record={record} />
              <Before record={record} nameOf={nameOf} />
            </div>
            <div className="stack">
              <Impact record={record} nameOf={nameOf} />
              <Rule record={record} />
            </div>
          </div>
        </>
      )}
    </article>
  );
};
