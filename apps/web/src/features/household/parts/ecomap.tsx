import { useTranslation } from 'react-i18next';
import { DataTable, Figure } from '@perspectief/ui';
import { useTerm } from '../../../terms/use-term';
import { useHouseholdPage } from '../page-context';
import css from './part.module.css';

interface Helper {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** 3 is in touch all the time, 1 now and then. */
  readonly strength: 1 | 2 | 3;
  readonly paused: boolean;
}

const SIZE = { width: 560, height: 360, ring: 128 };

const Picture = ({ helpers, middle }: { readonly helpers: readonly Helper[]; readonly middle: string }) => {
  const { width, height, ring } = SIZE;
  const at = (index: number) => {
    const angle = (index / helpers.length) * 2 * Math.PI - Math.PI / 2;
    return { x: width / 2 + Math.cos(angle) * ring * 1.35, y: height / 2 + Math.sin(angle) * ring };
  };
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={css.ecomap} aria-hidden>
      {helpers.map(({ id, strength, paused }, index) => (
        <line key={id} x1={width / 2} y1={height / 2} x2={at(index).x} y2={at(index).y} stroke="var(--basis-busy)" strokeWidth={strength * 2} strokeDasharray={paused ? '2 8' : undefined} strokeLinecap="round" />
      ))}
      <circle cx={width / 2} cy={height / 2} r="46" fill="var(--basis-rail)" />
      <text x={width / 2} y={height / 2 + 5} textAnchor="middle" style={{ fill: '#fff', fontWeight: 700 }}>{middle}</text>
      {helpers.map(({ id, name, role }, index) => (
        <g key={id} transform={`translate(${at(index).x} ${at(index).y})`}>
          <rect x="-80" y="-26" width="160" height="52" rx="26" fill="var(--basis-surface)" stroke="var(--basis-busy)" strokeWidth="1.5" />
          <text textAnchor="middle" y="-3" style={{ fontWeight: 600 }}>{name.length > 20 ? `${name.slice(0, 19)}…` : name}</text>
          <text textAnchor="middle" y="15" style={{ fill: 'var(--basis-text-soft)', fontSize: 12 }}>{role}</text>
        </g>
      ))}
    </svg>
  );
};

/** Who helps this household, drawn from the facts; the same people stand in the table. */
export const Ecomap = () => {
  const { t } = useTranslation('household');
  const term = useTerm();
  const { trajectory, household, nameOf } = useHouseholdPage();
  const { tandem, coachId, freezes, buyOuts, applications } = trajectory;
  const laws = [...new Set(applications.filter(({ outcome, phase }) => phase === 'open' || outcome === 'granted' || outcome === 'partly-granted').map(({ law }) => law))];
  const helpers: readonly Helper[] = [
    ...(coachId ? [{ id: coachId, name: nameOf(coachId), role: t('coach'), strength: 3 as const, paused: false }] : []),
    ...(['running', 'paused'].includes(tandem.phase) && tandem.expertId ? [{ id: tandem.expertId, name: nameOf(tandem.expertId), role: t('expert'), strength: 3 as const, paused: tandem.phase === 'paused' }] : []),
    ...laws.map((law) => ({ id: law, name: term('law', law), role: t('ecomap.municipality'), strength: 2 as const, paused: false })),
    ...(freezes.some(({ state }) => state === 'running') ? [{ id: 'freeze', name: t('ecomap.freeze'), role: t('ecomap.creditors'), strength: 1 as const, paused: false }] : []),
    ...(buyOuts.some(({ outcome, funding }) => outcome.phase === 'running' && funding.phase === 'confirmed') ? [{ id: 'bank', name: t('ecomap.bank'), role: t('ecomap.money'), strength: 2 as const, paused: false }] : []),
  ];
  if (helpers.length === 0) return null;
  return (
    <Figure
      heading={t('ecomap.heading', { count: helpers.length })}
      sentence={t('ecomap.sentence')}
      source={t('ecomap.source')}
      picture={<Picture helpers={helpers} middle={household?.name?.slice(0, 11) ?? t('title')} />}
      table={
        <DataTable caption={t('ecomap.heading', { count: helpers.length })} rows={helpers} rowKey={({ id }) => id}
          columns={[
            { key: 'name', label: t('ecomap.who'), of: ({ name }) => name },
            { key: 'role', label: t('ecomap.role'), of: ({ role }) => role },
            { key: 'strength', label: t('ecomap.strength'), of: ({ strength, paused }) => (paused ? t('ecomap.paused') : t(`ecomap.strengths.${strength}`)) },
          ]} />
      }
    />
  );
};
