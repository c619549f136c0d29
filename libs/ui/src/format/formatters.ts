/** Making a formatter costs a hundred times what using it does: a list of a hundred rows makes each once. */
const once = <Options extends object, Formatter>(make: (locale: string, options: Options) => Formatter) => {
  const made = new Map<string, Formatter>();
  return (locale: string, options: Options): Formatter => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const known = made.get(key) ?? make(locale, options);
    made.set(key, known);
    return known;
  };
};

export const dateFormat = once<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>((locale, options) => new Intl.DateTimeFormat(locale, options));
export const numberFormat = once<Intl.NumberFormatOptions, Intl.NumberFormat>((locale, options) => new Intl.NumberFormat(locale, options));
