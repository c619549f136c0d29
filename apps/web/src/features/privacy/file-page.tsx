import { useState } from 'react';
import { ArrowLeft, Download, Eraser, Lock, LockOpen, Siren } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useClient } from 'urql';
import { WhoLookedDocument } from '@perspectief/graphql-contract/my-plan';
import { FileOfLooksDocument } from '@perspectief/graphql-contract/privacy';
import { Button, Card, Empty, Menu, useFormat, useToast } from '@perspectief/ui';
import { useTitle } from '../../app/use-title';
import { DeedButton } from '../../commands/deeds';
import { useOffer } from '../../commands/forms-provider';
import { useColleagues } from '../../data/colleagues';
import { NoAnswer } from '../../data/no-answer';
import { usePage } from '../../data/use-page';
import { codeOf } from './code';
import { Erasure } from './erasure';
import css from './privacy.module.css';

const NOBODY: readonly never[] = [];
const PAGE = 100;

/** Saves text that the API gave as a file of this device. */
const download = (name: string, mediaType: string, content: string): void => {
  const address = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
};

const Deeds = ({ householdId }: { readonly householdId: string }) => {
  const { t } = useTranslation('privacy');
  const offer = useOffer();
  const people = useColleagues(NOBODY).map(({ id, name }) => ({ value: id, label: name }));
  const [erasing, setErasing] = useState(false);
  const about = t('file.about', { code: codeOf(householdId) });
  const given = { householdId };
  return (
    <Card title={t('file.deeds')} intro={t('file.deedsIntro')}>
      <div className="row">
        <DeedButton icon={<Lock size={20} aria-hidden />} deed={offer('restrictHousehold', given, { about, choices: { people } })} />
        <DeedButton look="quiet" icon={<LockOpen size={20} aria-hidden />} deed={offer('liftRestriction', given, { about })} />
        <DeedButton look="quiet" icon={<Siren size={20} aria-hidden />} deed={offer('breakGlass', given, { about })} />
        <DeedButton look="quiet" icon={<Eraser size={20} aria-hidden />} deed={offer('eraseLawData', given, { about })} />
        <Button look="stop" icon={<Eraser size={20} aria-hidden />} onClick={() => setErasing(true)}>{t('erasure.open')}</Button>
      </div>
      {erasing && <Erasure householdId={householdId} onClose={() => setErasing(false)} />}
    </Card>
  );
};

/** One file for the privacy officer: who looked, and what only the officer does. Nothing of what it says. */
export const FilePage = () => {
  const { t } = useTranslation('privacy');
  const { t: ui } = useTranslation('ui');
  const { says, weekday } = useFormat();
  const { householdId = '' } = useParams();
  const client = useClient();
  const tell = useToast();
  const page = usePage(WhoLookedDocument, 'readerLog', { householdId, first: PAGE, cursor: null }, { topic: 'looks', subject: householdId });
  const visits = page.found?.edges.map(({ node }) => node) ?? [];
  const save = async (format: 'csv' | 'json') => {
    const { data } = await client.query(FileOfLooksDocument, { householdId, format }).toPromise();
    if (data?.readerLogExport.__typename === 'ReaderLogFile') download(data.readerLogExport.name, data.readerLogExport.mediaType, data.readerLogExport.content);
    else tell({ sentence: data ? says(data.readerLogExport.sentence) : ui('broken') });
  };
  useTitle(t('file.title', { code: codeOf(householdId) }));
  return (
    <div className={`stack ${css.page}`}>
      <Link to="/wie-keken" className={css.back} data-screen-only><ArrowLeft size={18} aria-hidden /> {t('file.back')}</Link>
      <div>
        <h1>{t('file.title', { code: codeOf(householdId) })}</h1>
        <p className="soft">{t('file.intro')}</p>
      </div>
      <Deeds householdId={householdId} />
      <Card title={t('file.visits')} actions={
        <Menu label={t('file.export')} icon={<Download size={18} aria-hidden />} groups={[{ items: (['csv', 'json'] as const).map((format) => ({ key: format, label: t(`file.${format}`), onChoose: () => void save(format) })) }]} />
      }>
        {page.found ? (visits.length === 0 ? <Empty title={t('looks.none')} /> : (
          <ul className={css.list}>
            {visits.map((visit) => (
              <li key={`${visit.day}${visit.personId}${visit.role}`}>
                <p className="soft small">{weekday(visit.day)}</p>
                <p>{says(visit.sentence)}</p>
              </li>
            ))}
          </ul>
        )) : <NoAnswer page={page} rows={4} />}
      </Card>
    </div>
  );
};
