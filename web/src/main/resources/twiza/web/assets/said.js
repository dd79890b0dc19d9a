// What organisers say in some of the site's languages, and figures with decimals.
import { make, root } from "./shared.js";

/** Who reads the first understands these next. */
const NEXT = { fr: ["ar", "en"], ar: ["fr", "en"], en: ["fr", "ar"] };

/** The words of the language that the reader understands best, as [language, words]. */
export function best(said) {
  const languages = [root.lang, ...(NEXT[root.lang] ?? []), ...Object.keys(said)];
  const language = languages.find((one) => said[one]?.length > 0) ?? root.lang;
  return [language, said[language] ?? ""];
}

/** An element with those words that tells their language. */
export function spoken(tag, said, attributes = {}) {
  const [lang, words] = best(said);
  return make(tag, { lang, dir: lang === "ar" ? "rtl" : "ltr", ...attributes }, words);
}

const locale = `${root.lang}-MA`;
const two = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2, numberingSystem: "latn" });
const whole = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0, numberingSystem: "latn" });

/** A mark, a mean or a score: 3,42; a dash where there is none. */
export const decimal = (value) => (value === null || value === undefined ? "–" : two.format(value));
export const percent = (share) => whole.format(share);
