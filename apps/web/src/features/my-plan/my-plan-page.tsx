import { DoorOpen, Eye, HandHelping, MessageCircleWarning, Printer, Sparkles } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Alert, buttonClass, Empty, Loading, Problem, useFormat } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { DeedButton } from '../../commands/deeds';
import { useOffer } from '../../commands/forms-provider';
import { NoAnswer } from '../../data/no-answer';
import { forgetEverything } from '../../drafts/vault';
import { usePerson } from '../../session/session-provider';
import { useTerm } from '../../terms/use-term';
import { Decided } from './decided';
import { Goals } from './goals';
import { Money } from './money';
import { Receipts } from './receipts';
import { Story } from './story';
import { nextThing, useMyPlan, type MyPlan, type Plan } from './use-my-plan';
import css from './my-plan.module.css';

/** A page that nobody minds seeing over a shoulder. */
const ELSEWHERE = 'https://www.knmi.nl/nederland-nu/weer/verwachtingen';

const leave = (): void => void forgetEverything().finally(() => location.replace(ELSEWHERE));

const First = ({ plan, nameOf }: { readonly plan: Plan; readonly nameOf: MyPlan['nameOf'] }) => {
  const { t } = useTranslation('my-plan');
  const { money, weekday } = useFormat();
  const term = useTerm();
  const offer = useOffer();
  const next = nextThing(plan);
  const given = { trajectoryId: plan.id };
  switch (next.kind) {
    case 'answer':
      return (
        <Alert tone="wait" icon={<HandHelping />} title={t('first.answer', { who: nameOf(next.expertId) })} actions={
          <>
            <DeedButton look="main" deed={offer('acceptTandem', given, { about: t('first.answerWhat') })}>{t('first.yes')}</DeedButton>
            <DeedButton deed={offer('declineTandem', given, { about: t('first.answerWhat') })}>{t('first.no')}</DeedButton>
          </>
        }>
          <p>{t('first.answerWhat')}</p>
        </Alert>
      );
    case 'step':
      return <Alert tone="busy" icon={<Sparkles />} title={t('first.step', { what: next.what })}><p>{t(next.on < plan.day ? 'first.stepLate' : 'first.stepWho', { who: nameOf(next.who), day: weekday(next.on) })}</p></Alert>;
    case 'talk':
      return <Alert tone="busy" icon={<Sparkles />} title={t('first.talk', { day: weekday(next.on) })}><p>{t('first.talkWhat')}</p></Alert>;
    case 'payment':
      return <Alert tone="busy" icon={<Sparkles />} title={t(next.on < plan.day ? 'first.paymentLate' : 'first.payment', { amount: money(next.amount), day: weekday(next.on) })}><p>{t(next.on < plan.day ? 'first.paymentLateWhat' : 'first.paymentWhat')}</p></Alert>;
    case 'decision':
      return <Alert tone="busy" icon={<Sparkles />} title={t('first.decision', { what: term('rule', next.rule).toLowerCase() })}><p>{t('first.decisionBy', { day: weekday(next.on) })}</p></Alert>;
    case 'nothing':
      return <Alert tone="busy" icon={<Sparkles />} title={t('first.nothing')}><p>{t('first.nothingWhat')}</p></Alert>;
  }
};

const Helpers = ({ plan, nameOf }: { readonly plan: Plan; readonly nameOf: MyPlan['nameOf'] }) => {
  const { t } = useTranslation('my-plan');
  const offer = useOffer();
  const together = plan.tandem !== null && ['running', 'paused'].includes(plan.tandem.phase);
  return (
    <div className={css.helpers}>
      <dl>
        {plan.coachId && <div><dt>{t('coach')}</dt><dd>{nameOf(plan.coachId)}</dd></div>}
        {together && <div><dt>{t('expert')}</dt><dd>{nameOf(plan.tandem?.expertId)}</dd></div>}
      </dl>
      <DeedButton small look="quiet" deed={together && offer('endTandem', { trajectoryId: plan.id })}>{t('endTandem')}</DeedButton>
    </div>
  );
};

/** Who signed in before the coach gave access, with what the coach needs for it. */
const NoAccess = () => {
  const { t } = useTranslation('my-plan');
  const { id } = usePerson();
  return <Empty title={t('noAccess')}><p>{t('noAccessWhat')}</p><p className={css.code}>{id}</p></Empty>;
};

/** The household's own page: what comes first, what we want, who does what, our money, what is decided when. */
export const MyPlanPage = () => {
  const { t } = useTranslation('my-plan');
  const offer = useOffer();
  const mine = useMyPlan();
  const { home, household, page, plan, pots, nameOf, pause } = mine;
  useTitle(t('title'));
  return (
    <div className={`stack ${css.page}`}>
      <div className="spread">
        <h1>{t('title')}</h1>
        <button type="button" className={buttonClass({ look: 'other' })} onClick={leave} data-screen-only><DoorOpen size={20} aria-hidden /> {t('leave')}</button>
      </div>
      {household && <p className="soft">{household.name}</p>}
      {!household ? (home.found && !home.asking ? <NoAccess /> : home.asking ? <Loading rows={4} /> : <Problem sentence={home.sentence ?? t('noHousehold')} onAgain={home.askAgain} />)
        : pause ? (
          <>
            <Empty title={t('noSupport')}>{t('noSupportWhat')}</Empty>
            <p><Link className={buttonClass()} to="/wie-keek"><Eye size={20} aria-hidden /> {t('whoLooked')}</Link></p>
          </>
        )
        : !plan ? <NoAnswer page={page} rows={5} /> : (
          <>
            <First plan={plan} nameOf={nameOf} />
            <Helpers plan={plan} nameOf={nameOf} />
            <div className={css.acts} data-screen-only>
              <Link className={buttonClass({ look: 'main' })} to="/mijn-plan/koelkast"><Printer size={20} aria-hidden /> {t('fridge')}</Link>
              <DeedButton icon={<MessageCircleWarning size={20} aria-hidden />} deed={offer('tellStory', { trajectoryId: plan.id }, { about: t('notRightWhat'), values: { visibleTo: ['neighbourhood-coach'] }, choices: { readers: [{ value: 'neighbourhood-coach', label: t('readers.coach') }] } })}>{t('notRight')}</DeedButton>
              <Link className={buttonClass()} to="/wie-keek"><Eye size={20} aria-hidden /> {t('whoLooked')}</Link>
            </div>
            <Goals plan={plan} nameOf={nameOf} />
            <Money plan={plan} pots={pots} />
            <Receipts trajectoryId={plan.id} />
            <Decided plan={plan} />
            <Story plan={plan} nameOf={nameOf} />
          </>
        )}
    </div>
  );
};
