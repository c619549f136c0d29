import type { Directory, Person } from '@perspectief/directory';
import { wireError, type EdgeContext } from '@perspectief/edge';

/** Who asks, as the directory knows them. */
export const personOf = async (directory: Directory, { actor }: EdgeContext): Promise<Person> => {
  const [person] = actor ? await directory.find([actor.id]) : [];
  if (!person) throw wireError('FORBIDDEN');
  return person;
};
