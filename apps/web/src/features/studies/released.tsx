import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Alert, Card, DataTable, Figure, useFormat } from '@perspectief/ui';
import { Curves, type NamedCurve } from './curves';
import { Part } from './part';
import type { ShownPart, ShownRelease, ShownStudy } from './shown';

const curvesOf = (parts: readonly ShownPart[], from: 0 | 1): readonly NamedCurve[] =>
  parts.flatMap(({ name, curve }) => (curve ? [{ name, begins: curve.begins, ends: curve.ends, steps: curve.steps, from }] : []));

const percent = (share: number | null): string => (share === null ? '' : `${Math.round(share * 100)}%`);

const CurveFigure = ({ release, study, curves }: { readonly release: ShownRelease; readonly study: ShownStudy; readonly curves: readonly NamedCurve[] }) => {
  const { t } = useTranslation('studies');
  const { shortDay } = useFormat();
  const rows = curves.flatMap(({ name, steps }) => steps.map((step) => ({ name, key: `${name} ${step.time}`, ...step })));
  const last = curves.map(({ name, steps, from, ends }) => t('figure.stops', { name, share: percent(steps.at(-1)?.estimate ?? from), count: ends })).join('; ');
  return (
    <Figure
      level={3}
      heading={t(`kinds.${release.kind}`)}
      sentence={t(release.kind === 'survival' ? 'figure.survival' : 'figure.incidence', { outcome: study.card.outcome.says, last })}
      source={t('figure.source', { day: shortDay(release.cutOn) })}
      picture={<Curves curves={curves} days={t('figure.days')} atRisk={t('figure.atRisk')} />}
      table={
        <DataTable
          caption={t(`kinds.${release.kind}`)}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: 'group', label: t('figure.group'), of: ({ name }) => name },
            { key: 'day', label: t('figure.day'), number: true, of: ({ time }) => time },
            { key: 'share', label: t('figure.share'), number: true, of: ({ estimate }) => percent(estimate) },
            { key: 'band', label: t('figure.band'), number: true, of: ({ lower, upper }) => `${percent(lower)} – ${percent(upper)}` },
            { key: 'risk', label: t('figure.atRisk'), number: true, of: ({ atRisk }) => atRisk },
          ]}
        />
      }
    />
  );
};

const Release = ({ release, study }: { readonly release: ShownRelease; readonly study: ShownStudy }) => {
  const { t } = useTranslation('studies');
  const { shortDay } = useFormat();
  const { kind, by, from, to, ruleSet, parts, cutOn } = release;
  const curves = curvesOf(parts, kind === 'survival' ? 1 : 0);
  const others = parts.filter(({ curve }) => curve === null);
  const of = [by && t('figure.by', { by: t(`by.${by}`) }), from && to && `${t(`milestones.${from}`)} – ${t(`milestones.${to}`)}`, ruleSet && t(`ruleSets.${ruleSet}`)].filter(Boolean).join('; ');
  return (
    <Card level={3} title={[t(`kinds.${kind}`), of].filter(Boolean).join(': ')}>
      {kind === 'counterfactual' && <Alert tone="wait" icon={<Copy />} title={t('otherwise.copy')}><p>{t('otherwise.copyWhy')}</p></Alert>}
      {curves.length > 0 && <CurveFigure release={release} study={study} curves={curves} />}
      {others.map((part) => <Part key={part.name} part={part} />)}
      {curves.length === 0 && <p className="soft">{t('figure.source', { day: shortDay(cutOn) })}</p>}
    </Card>
  );
};

/** Figures that were let out: what they show, and what stays hidden and why. */
export const Released = ({ study, releases }: { readonly study: ShownStudy; readonly releases: readonly ShownRelease[] }) => {
  const { t } = useTranslation('studies');
  return (
    <section className="stack" aria-labelledby="figures">
      <div>
        <h2 id="figures">{t('figure.title')}</h2>
        <p className="soft">{t('figure.intro')}</p>
      </div>
      {releases.length === 0 ? <p className="soft">{t('figure.none')}</p> : releases.map((release) => <Release key={release.id} release={release} study={study} />)}
    </section>
  );
};
