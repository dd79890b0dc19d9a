// What the delegation says in its own words, in place of the words of the house that the page came with.

const root = document.documentElement;
const own = root.dataset.language;
// As everywhere, Arabic stands in for what is not there in Tamazight.
const OWN = own === "zgh" ? ["zgh", "ar"] : [own];
const ANY = [...new Set([...OWN, "fr", "ar", "en", "zgh"])];

say(await read());

async function read() {
  const { region } = document.querySelector("[data-region]").dataset;
  const answer = await fetch(`/api/regions/${region}`).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

function say(region) {
  if (!region) return;
  const { email, phone, declaration, transfer, texts, retention } = region;
  line("email", email, `mailto:${email}`);
  line("phone", phone, `tel:${phone?.replace(/[^+\d]/g, "")}`);
  line("declaration", declaration);
  line("transfer", transfer);
  const forms = document.querySelector("[data-months]");
  if (forms) for (const [name, months] of Object.entries(retention)) line(name, months && inMonths(months, forms));
  for (const name of ["hostingCountry", "hostingBasis"]) fact(name, first(ANY, texts, name));
  for (const name of ["address", "hours"]) prose(name, first(ANY, texts, name));
  for (const name of ["home", "privacy"]) prose(name, first(OWN, texts, name));
}

/** What is said in the first of some languages, or nothing. */
function first(languages, texts, name) {
  const language = languages.find((one) => texts[one]?.[name]);
  return language && { language, words: texts[language][name] };
}

function places(name) {
  return document.querySelectorAll(`[data-said="${name}"]`);
}

function line(name, value, address) {
  if (!value) return;
  for (const place of places(name)) {
    const words = place.querySelector("bdi");
    words.textContent = value;
    if (/^[\x00-\x7f]*$/.test(value)) words.dir = "ltr";
    if (place.matches("a")) place.href = address;
  }
}

function fact(name, said) {
  if (!said) return;
  for (const place of places(name)) {
    const words = place.querySelector("bdi");
    words.textContent = said.words;
    speak(words, said.language);
  }
}

/** A place of running text takes its paragraphs; a paragraph becomes as many as there are. */
function prose(name, said) {
  if (!said) return;
  for (const place of places(name)) {
    const paragraphs = said.words.split(/\n{2,}/).map((words) => {
      const paragraph = document.createElement("p");
      paragraph.className = place.matches("p") ? place.className : "";
      paragraph.classList.add("pre");
      paragraph.textContent = words;
      speak(paragraph, said.language);
      return paragraph;
    });
    if (place.matches("p")) place.replaceWith(...paragraphs);
    else place.replaceChildren(...paragraphs);
  }
}

/** Months, in the form that the language of their list gives to how many there are. */
function inMonths(months, list) {
  const forms = Object.fromEntries(list.dataset.months.split("|").map((form) => form.split(":")));
  return (forms[new Intl.PluralRules(list.lang).select(months)] ?? forms.other).replace("#", months);
}

/** Marks words in another language than the page's. */
function speak(element, language) {
  element.dir = language === "ar" ? "rtl" : "ltr";
  if (language !== root.lang) element.lang = language;
}
