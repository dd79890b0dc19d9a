// What organisers say in some of the site's languages, and figures with decimals.
import { make, root, text } from "./shared.js";

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

const hundredths = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2, useGrouping: false });

/** A mark, a mean or a score: 3,42; a dash where there is none. */
export function decimal(value) {
  if (value === null || value === undefined) return "–";
  const [whole, fraction] = hundredths.format(value).split(".");
  return text("format.decimal", { whole, fraction });
}

/** A whole number of hundredths. */
export const percent = (hundredth) => text("format.percent", { amount: hundredth });

/** A part of one, as a whole number of hundredths. */
export const percentOf = (share) => percent(Math.round(share * 100));
