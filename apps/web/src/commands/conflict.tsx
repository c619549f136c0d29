import { GitMerge, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Alert, Button, DataTable } from '@perspectief/ui';
import type { Change } from './changed-since';

const Changes = ({ changes, caption }: { readonly changes: readonly Change[]; readonly caption: string }) => {
  const { t } = useTranslation('commands');
  return (
    <DataTable caption={caption} rows={changes} rowKey={({ key }) => key} columns={[
      { key: 'what', label: t('conflict.what'), of: ({ label }) => label },
      { key: 'before', label: t('conflict.before'), of: ({ before }) => before ?? t('conflict.notYet') },
      { key: 'after', label: t('conflict.after'), of: ({ after }) => <strong>{after ?? t('conflict.gone')}</strong> },
    ]} />
  );
};

interface Props {
  readonly same: readonly Change[];
  readonly beside: readonly Change[];
  readonly asks: boolean;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

/** What somebody else changed meanwhile, beside what is being typed. About the same thing the person chooses; the rest goes together. */
export const Conflict = ({ same, beside, asks, onMine, onTheirs }: Props) => {
  const { t } = useTranslation('commands');
  return (
    <>
      {same.length > 0 && (
        <div className="stack" role="group" aria-label={t('conflict.title')}>
          <Alert tone="wait" icon={<Users />} title={t('conflict.title')} actions={asks && (
            <>
              <Button onClick={onMine}>{t('conflict.mine')}</Button>
              <Button look="quiet" onClick={onTheirs}>{t('conflict.theirs')}</Button>
            </>
          )}>
            <p>{t(asks ? 'conflict.choose' : 'conflict.chosen')}</p>
          </Alert>
          <Changes changes={same} caption={t('conflict.sameTitle')} />
        </div>
      )}
      {beside.length > 0 && (
        <details>
          <summary><GitMerge size={18} aria-hidden /> {t('conflict.beside', { count: beside.length })}</summary>
          <Changes changes={beside} caption={t('conflict.besideTitle')} />
        </details>
      )}
    </>
  );
};
