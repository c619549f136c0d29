import { useState } from 'react';
import { Siren, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { EveryLookDocument, type EveryLookQuery } from '@perspectief/graphql-contract/privacy';
import { Badge, Button, DataTable, DayField, Empty, SelectField, useFormat, type Tone } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { NoAnswer } from '../../data/no-answer';
import { usePage } from '../../data/use-page';
import { useTerm } from '../../terms/use-term';
import { FileLink } from './file-link';
import css from './privacy.module.css';
import { WaitingGlasses } from './waiting-glasses';

type Look = Extract<EveryLookQuery['looks'], { readonly __typename: 'LookConnection' }>['edges'][number]['node'];

const ACTIONS = ['read', 'write', 'denied', 'listed', 'exported', 'break-glass'] as const;
const TONES: Readonly<Record<string, Tone>> = { denied: 'late', 'break-glass': 'wait', exported: 'busy' };
const PAGE = 50;
const MOST = 200;

const Looks = ({ looks, onPerson }: { readonly looks: readonly Look[]; readonly onPerson: (id: string) => void }) => {
  const { t } = useTranslation('privacy');
  const { says, moment } = useFormat();
  const term = useTerm();
  return (
    <DataTable
      caption={t('looks.title')}
      rows={looks}
      rowKey={({ id }) => id}
      columns={[
        { key: 'at', label: t('looks.at'), of: ({ at }) => <span className={css.at}>{moment(at)}</span> },
        { key: 'who', label: t('looks.who'), of: ({ who, personId, roleInWords }) => <span className={css.who}><button type="button" className="link" onClick={() => onPerson(personId)}>{who}</button><small>{says(roleInWords)}</small></span> },
        { key: 'what', label: t('looks.what'), of: ({ sentence, about }) => <span>{says(sentence)} {about && <span className="soft">({about})</span>}</span> },
        { key: 'action', label: t('looks.action'), of: ({ action }) => <Badge tone={TONES[action] ?? 'plain'} icon={action === 'break-glass' && <Siren size={15} aria-hidden />}>{term('look', action)}</Badge> },
        { key: 'files', label: t('looks.files'), of: ({ householdIds }) => (
          <span className={css.files}>
            {householdIds.slice(0, 3).map((id) => <FileLink key={id} householdId={id} />)}
            {householdIds.length > 3 && <span className="soft">{t('looks.moreFiles', { count: householdIds.length - 3 })}</span>}
          </span>
        ) },
      ]}
    />
  );
};

/** Every look in a file, every refused try, for whoever watches over them. */
export const LooksPage = () => {
  const { t } = useTranslation('privacy');
  const { t: ui } = useTranslation('ui');
  const term = useTerm();
  const [params, setParams] = useSearchParams();
  const [first, setFirst] = useState(PAGE);
  const [action, person, from, until] = ['actie', 'wie', 'van', 'tot'].map((name) => params.get(name) ?? '');
  const choose = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setFirst(PAGE);
    setParams(next, { replace: true });
  };
  const question = { householdId: null, personId: person || null, actions: action ? [action] : null, from: from || null, until: until || null, first, cursor: null };
  const page = usePage(EveryLookDocument, 'looks', question, { topic: 'looks', subject: JSON.stringify({ ...question, first: 0 }) });
  const looks = page.found?.edges.map(({ node }) => node) ?? [];
  useTitle(t('looks.title'));
  return (
    <div className={`stack ${css.wide}`}>
      <div>
        <h1>{t('looks.title')}</h1>
        <p className="soft">{t('looks.intro')}</p>
      </div>
      <WaitingGlasses />
      <div className={css.filters} role="group" aria-label={t('looks.filters')} data-screen-only>
        <SelectField label={t('looks.action')} narrows value={action ?? ''} onChange={(value) => choose('actie', value)} placeholder={t('looks.all')} options={ACTIONS.map((one) => ({ value: one, label: term('look', one) }))} />
        <DayField label={t('looks.from')} narrows bare value={from ?? ''} onChange={(value) => choose('van', value)} />
        <DayField label={t('looks.until')} narrows bare value={until ?? ''} onChange={(value) => choose('tot', value)} />
      </div>
      {person && <p><Button small icon={<X size={18} aria-hidden />} onClick={() => choose('wie', '')}>{t('looks.onlyPerson', { who: looks[0]?.who ?? person })}</Button></p>}
      {page.found ? (looks.length > 0 ? <div className={css.sheet}><Looks looks={looks} onPerson={(id) => choose('wie', id)} /></div> : <Empty title={t('looks.none')} />)
        : <NoAnswer page={page} rows={6} />}
      {page.found?.pageInfo.hasNextPage && first < MOST && <div><Button onClick={() => setFirst(Math.min(MOST, first + PAGE))}>{ui('more')}</Button></div>}
      {first >= MOST && page.found?.pageInfo.hasNextPage && <p className="soft">{t('looks.narrow')}</p>}
    </div>
  );
};
