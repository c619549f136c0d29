import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loading } from '@perspectief/ui';
import { useChoice, useWorklist } from './use-worklist';
import { WorkList } from './work-list';
import css from './work-pane.module.css';

const wide = typeof matchMedia === 'function' ? matchMedia('(min-width: 1280px)') : undefined;
const subscribe = (listener: () => void): (() => void) => {
  wide?.addEventListener('change', listener);
  return () => wide?.removeEventListener('change', listener);
};

const List = ({ chosen }: { readonly chosen: string }) => {
  const { t } = useTranslation('worklist');
  const [choice] = useChoice();
  const { page, items } = useWorklist(choice);
  return (
    <aside className={css.pane} aria-label={t('title')} data-screen-only>
      <h2 className={css.heading}><Link to="/werk">{t('title')}</Link> <span>{t(`tabs.${choice.tab}`)}</span></h2>
      {page.found ? <WorkList items={items} chosen={chosen} level={3} /> : <Loading rows={4} />}
    </aside>
  );
};

/** The worklist beside a page, where there is room for both. */
export const WorkPane = ({ chosen }: { readonly chosen: string }) => {
  const room = useSyncExternalStore(subscribe, () => wide?.matches ?? false);
  return room ? <List chosen={chosen} /> : null;
};
