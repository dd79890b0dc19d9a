// What is left of a text when only the letters count. Folding.java folds alike; both are held to the vectors in folding.tsv.

const FROM = "ٱىةڭݣگکیھہ’ʼ‘`";
const TO = "ايهككككيهه''''";
const SPELT_OUT = { œ: "oe", æ: "ae", ß: "ss" };

/** The text without marks, tatweel and case, in the letters that search knows. */
export function fold(text) {
  const bare = text.normalize("NFKD").replace(/[\p{M}\p{Cf}\u0640]/gu, "");
  const lower = bare.replace(/\p{Nd}/gu, western).toLowerCase();
  return lower.replace(/./gsu, (letter) => SPELT_OUT[letter] ?? TO[FROM.indexOf(letter)] ?? letter);
}

/** Digits come in runs of ten, from zero on. */
function western(digit) {
  let zero = digit.codePointAt(0);
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && digit.codePointAt(0) - zero < 9) {
    zero--;
  }
  return String(digit.codePointAt(0) - zero);
}
