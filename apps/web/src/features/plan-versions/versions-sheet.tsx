import { Check, Minus, PencilLine, Plus, Printer, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button, Empty, SelectField, useFormat } from '@perspectief/ui';
import type { NameOf } from '../../data/people';
import { changesBetween, versionsOf, type GoalChange, type Kind, type PlanOfVersions, type StepChange, type Version } from './versions';
import css from './versions.module.css';

const ICONS: Readonly<Record<Kind, LucideIcon | undefined>> = { added: Plus, reworded: PencilLine, done: Check, dropped: Minus, kept: undefined };

const Mark = ({ kind, of = 'kinds' }: { readonly kind: Kind; readonly of?: 'kinds' | 'stepKinds' }) => {
  const { t } = useTranslation('plan-versions');
  const Icon = ICONS[kind];
  return <span className={`${css.mark} ${css[kind]}`}>{Icon && <Icon size={16} aria-hidden />} {t(`${of}.${kind}`)}</span>;
};

const StepLine = ({ change: { kind, step }, nameOf }: { readonly change: StepChange; readonly nameOf: NameOf }) => {
  const { t } = useTranslation('plan-versions');
  const { day } = useFormat();
  return (
    <li className={css.step}>
      <Mark kind={kind} of="stepKinds" />
      <span><span className={kind === 'dropped' ? css.struck : undefined}>{step.what}</span><span className="soft small">{t('who', { who: nameOf(step.who), day: day(step.dueOn) })}</span></span>
    </li>
  );
};

const GoalLine = ({ change: { kind, goal, before, steps }, nameOf }: { readonly change: GoalChange; readonly nameOf: NameOf }) => {
  const { t } = useTranslation('plan-versions');
  return (
    <li className={css.goal}>
      <Mark kind={kind} />
      <div>
        {before && <p className="soft"><span className="visually-hidden">{t('before')} </span><del>{before}</del></p>}
        <h2 className={kind === 'dropped' ? css.struck : undefined}>{goal.wish}</h2>
        {steps.length > 0 && <ul>{steps.map((step) => <StepLine key={step.step.actionId} change={step} nameOf={nameOf} />)}</ul>}
      </div>
    </li>
  );
};

/** Two versions of a plan beside each other in the household's own words; nobody has to remember what was agreed. */
export const VersionsSheet = ({ plan, nameOf }: { readonly plan: PlanOfVersions; readonly nameOf: NameOf }) => {
  const { t } = useTranslation('plan-versions');
  const { day } = useFormat();
  const [params, setParams] = useSearchParams();
  const versions = versionsOf(plan);
  const named = ({ version, agreedOn }: Version): string => (agreedOn ? t('version', { version, day: day(agreedOn) }) : t('now'));
  const chosen = (name: string, fallback: number): Version | undefined => versions.find(({ version }) => String(version) === params.get(name)) ?? versions.at(fallback);
  const [from, until] = [chosen('van', -2), chosen('tot', -1)];
  const choose = (name: string) => (version: string) => setParams((before) => { const next = new URLSearchParams(before); next.set(name, version); return next; }, { replace: true });
  const options = versions.map((version) => ({ value: String(version.version), label: named(version) }));
  if (!from || !until || versions.length < 2) return <Empty title={t(versions.length === 0 ? 'none' : 'one')}>{versions[0] && named(versions[0])}</Empty>;
  const [older, newer] = from.version <= until.version ? [from, until] : [until, from];
  const changes = changesBetween(plan, older, newer);
  const counts = (['added', 'reworded', 'done', 'dropped'] as const).map((kind) => [kind, changes.filter((change) => change.kind === kind).length] as const).filter(([, count]) => count > 0);
  return (
    <>
      <div className={css.choose} data-screen-only>
        <SelectField label={t('from')} value={String(from.version)} options={options} placeholder={t('from')} onChange={choose('van')} />
        <SelectField label={t('until')} value={String(until.version)} options={options} placeholder={t('until')} onChange={choose('tot')} />
        <Button icon={<Printer size={20} aria-hidden />} onClick={() => window.print()}>{t('print')}</Button>
      </div>
      <section className={css.sheet} aria-label={t('changed', { from: named(older), until: named(newer) })}>
        <p>{t('changed', { from: named(older), until: named(newer) })}</p>
        <p><strong>{counts.length === 0 ? t('same') : counts.map(([kind, count]) => t(`counts.${kind}`, { count })).join(', ')}</strong></p>
        <ul className={css.goals}>{changes.map((change) => <GoalLine key={change.goal.goalId} change={change} nameOf={nameOf} />)}</ul>
      </section>
    </>
  );
};
