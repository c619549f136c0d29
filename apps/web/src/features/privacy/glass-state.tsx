import { Siren } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge, useFormat } from '@perspectief/ui';
import type { Glass } from './use-glasses';

/** Until when the file is open to whoever took it, or that it is over. */
export const GlassState = ({ glass: { endsAt } }: { readonly glass: Glass }) => {
  const { t } = useTranslation('privacy');
  const { moment } = useFormat();
  return new Date(endsAt) > new Date() ? <Badge tone="wait" icon={<Siren size={15} aria-hidden />}>{t('glasses.runs', { at: moment(endsAt) })}</Badge> : <Badge>{t('glasses.over')}</Badge>;
};
