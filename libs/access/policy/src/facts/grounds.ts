import { domains, type BusinessDate, type Domain, type Uuid } from '@perspectief/kernel';

/** A ground for sharing that was not withdrawn: who works under `law` may see the details of `domains`. */
export interface GroundFacts {
  readonly groundId: Uuid;
  readonly law: Domain | 'common';
  readonly domains: readonly Domain[];
  /** Its last day. */
  readonly validUntil?: BusinessDate;
}

/** `schuldhulp>wmo`: whoever works under the first law may see the details of the second. */
export type Opening = `${Domain}>${Domain}`;

/**
 * What the grounds of a household open on a day. A ground under `common` says on what the one plan rests; it opens no law
 * to another, for nobody works under `common` alone.
 */
export const openingsOn = (grounds: readonly GroundFacts[], day: BusinessDate): readonly Opening[] => {
  const standing = grounds.filter(({ validUntil }) => validUntil === undefined || day <= validUntil);
  return domains.flatMap((law) =>
    domains.flatMap((other): readonly Opening[] =>
      law !== other && standing.some((ground) => ground.law === law && ground.domains.includes(other)) ? [`${law}>${other}`] : [],
    ),
  );
};
