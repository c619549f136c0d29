/** The areas that a list is about, as names are asked for them. */
export const areasOf = (items: readonly { readonly area: string }[]): readonly string[] => [...new Set(items.map(({ area }) => area))].sort();
