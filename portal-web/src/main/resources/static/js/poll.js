/* [data-poll] fragments: not while the page is hidden, and once when it is seen again. When a poll fails, what is shown
   stays, with since when it is old and a button to try again; the pauses get longer until one succeeds. */
import { tellStale } from "./stale.js";

const TIMEOUT_MS = 15_000;
const FIRST_PAUSE_MS = 4_000;
const LONGEST_PAUSE_MS = 60_000;
const lives = new Map();

const polled = (event) => (event.detail.elt?.matches?.("[data-poll]") ? event.detail.elt : null);

const begin = (element) => {
  const life = { fresh: new Date(), failures: 0, pausedUntil: 0, forget: null };
  lives.set(element.id, life);
  return life;
};

const lifeOf = (element) => lives.get(element.id) ?? begin(element);

const poll = (element) => window.htmx?.trigger(element, "seen");

document.addEventListener("htmx:configRequest", (event) => {
  if (polled(event)) event.detail.timeout = TIMEOUT_MS;
});

document.addEventListener("htmx:beforeRequest", (event) => {
  const element = polled(event);
  if (element && (document.hidden || Date.now() < lifeOf(element).pausedUntil)) event.preventDefault();
});

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) document.querySelectorAll("[data-poll]").forEach(poll);
});

document.addEventListener("htmx:afterRequest", (event) => {
  const element = polled(event);
  if (!element) return;
  const life = lifeOf(element);
  if (event.detail.successful) {
    life.forget?.();
    begin(element);
    return;
  }
  life.pausedUntil = Date.now() + Math.min(FIRST_PAUSE_MS * 2 ** life.failures++, LONGEST_PAUSE_MS);
  life.forget ??= tellStale(document.getElementById(element.id) ?? element, life.fresh, () => {
    life.pausedUntil = 0;
    poll(document.getElementById(element.id));
  });
});

document.querySelectorAll("[data-poll]").forEach(begin);
