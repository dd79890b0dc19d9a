// The way to the sign-in page, and from there back to where one was.
import { language, pageOf } from "./shared.js";

const FROM = "twiza.desk.from";

export const isOnTheWay = () => sessionStorage.getItem(FROM) !== null;

export function signInFirst() {
  sessionStorage.setItem(FROM, location.pathname.slice(`/${language}`.length) + location.hash);
  location.replace(pageOf("/desk/sign-in/"));
}

export function goIn() {
  const from = sessionStorage.getItem(FROM) ?? "/desk/";
  sessionStorage.removeItem(FROM);
  location.replace(pageOf(from));
}
