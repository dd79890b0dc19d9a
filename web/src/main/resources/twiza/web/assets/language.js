// Marks the browser's own language among those offered, and goes there the first time.
const offered = [...document.querySelectorAll("[data-language]")].map((link) => link.dataset.language);
const tamazight = ["zgh", "tzm", "ber", "shi", "rif"];
const wanted = navigator.languages
  .map((tag) => tag.toLowerCase().split("-")[0])
  .map((tag) => (tamazight.includes(tag) ? "zgh" : tag))
  .find((tag) => offered.includes(tag));
if (wanted && !sessionStorage.getItem("twiza.gate")) {
  sessionStorage.setItem("twiza.gate", "seen");
  location.replace(`/${wanted}/`);
}
