import { useTranslation } from 'react-i18next';
import { useFormat } from '@perspectief/ui';
import { DeedButton } from '../../commands/deeds';
import { useOffer } from '../../commands/forms-provider';
import { usePerson } from '../../session/session-provider';
import { codeOf } from './code';
import type { Glass } from './use-glasses';

/** Who looked whether it was right; or the way to say so, for everybody but who took it. */
export const Review = ({ glass: { glassId, householdId, personId, reviewedBy, reviewedAt }, nameOf }: { readonly glass: Glass; readonly nameOf: (id: string) => string }) => {
  const { t } = useTranslation('privacy');
  const { moment } = useFormat();
  const offer = useOffer();
  const me = usePerson();
  if (reviewedBy !== null && reviewedAt !== null) return <span>{t('glasses.reviewed', { name: nameOf(reviewedBy), at: moment(reviewedAt) })}</span>;
  if (personId === me.id) return <span className="soft">{t('glasses.own')}</span>;
  return <DeedButton small deed={offer('reviewBreakGlass', { householdId, glassId }, { about: t('file.about', { code: codeOf(householdId) }) })}>{t('glasses.review')}</DeedButton>;
};
