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

const SIZE = { width: 600, ring: 112, sideways: 1.55, box: { width: 190, height: 66 }, middle: 52, line: 17 };
const MOST_LETTERS = { helper: 23, middle: 11 };

/** In two lines at most, broken at a space. */
const linesOf = (name: string, most: number): readonly string[] => {
  if (name.length <= most) return [name];
  const space = name.lastIndexOf(' ', most);
  const at = space > 0 ? space : most;
  const rest = name.slice(at).trim();
  return [name.slice(0, at), rest.length > most ? `${rest.slice(0, most - 1)}…` : rest];
};

/** Lines around the height of `y`. */
const Lines = ({ lines, y }: { readonly lines: readonly string[]; readonly y: number }) =>
  lines.map((line, index) => <tspan key={line} x="0" y={y + 5 + (index - (lines.length - 1) / 2) * SIZE.line}>{line}</tspan>);

const Picture = ({ helpers, middle }: { readonly helpers: readonly Helper[]; readonly middle: string }) => {
  const { width, ring, sideways, box } = SIZE;
  const at = (index: number) => {
    const angle = (index / helpers.length) * 2 * Math.PI - Math.PI / 2;
    return { x: Math.cos(angle) * ring * sideways, y: Math.sin(angle) * ring };
  };
  const heights = [-SIZE.middle, SIZE.middle, ...helpers.flatMap((_, index) => [at(index).y - box.height / 2, at(index).y + box.height / 2])];
  const top = Math.min(...heights) - 4;
  return (
    <svg viewBox={`${-width / 2} ${top} ${width} ${Math.max(...heights) + 4 - top}`} className={css.ecomap} aria-hidden>
      {helpers.map(({ id, strength, paused }, index) => (
        <line key={id} x1="0" y1="0" x2={at(index).x} y2={at(index).y} stroke="var(--basis-busy)" strokeWidth={strength * 2} strokeDasharray={paused ? '2 8' : undefined} strokeLinecap="round" />
      ))}
      <circle r={SIZE.middle} fill="var(--basis-rail)" />
      <text textAnchor="middle" style={{ fill: '#fff', fontWeight: 700 }}><Lines lines={linesOf(middle, MOST_LETTERS.middle)} y={0} /></text>
      {helpers.map(({ id, name, role }, index) => (
        <g key={id} transform={`translate(${at(index).x} ${at(index).y})`}>
          <rect x={-box.width / 2} y={-box.height / 2} width={box.width} height={box.height} rx="12" fill="var(--basis-surface)" stroke="var(--basis-busy)" strokeWidth="1.5" />
          <text textAnchor="middle" style={{ fontWeight: 600 }}><Lines lines={linesOf(name, MOST_LETTERS.helper)} y={-10} /></text>
          <text textAnchor="middle" y="24" style={{ fill: 'var(--basis-text-soft)', fontSize: 12 }}>{role}</text>
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
      picture={<Picture helpers={helpers} middle={household?.name ?? t('title')} />}
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
