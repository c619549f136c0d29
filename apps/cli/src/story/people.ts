import { type Directory, type Person } from '@perspectief/directory';
import { idOfPerson } from './labels.js';
import type { Story } from './story.js';

/** A story may name roles and qualifications that the directory has no word for; the domain then judges them by what it knows. */
const personOf = ({ story, municipality, people }: Story, alias: string): Person => {
  const { role, name, qualification, secrecySignedOn, conductCertificateOn, capacity, area } = people[alias] as Story['people'][string];
  return {
    id: idOfPerson(story, alias),
    municipality,
    role: role as Person['role'],
    name,
    qualification: qualification as Person['qualification'],
    secrecySignedOn,
    conductCertificateOn,
    capacity,
    area,
  };
};

/** Puts the story's people into the directory, before anything happens. */
export const enrol = async (directory: Pick<Directory, 'put'>, story: Story): Promise<void> => {
  for (const alias of Object.keys(story.people)) await directory.put(personOf(story, alias));
};
