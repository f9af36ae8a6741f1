/* [data-poll] fragments: not while the page is hidden, and once when it is seen again. When a poll fails, what is shown
   stays, with since when it is old and a button to try again; the pauses get longer until one succeeds. */
const TIMEOUT_MS = 15_000;
const FIRST_PAUSE_MS = 4_000;
const LONGEST_PAUSE_MS = 60_000;
const lives = new Map();

const polled = (event) => (event.detail.elt?.matches?.("[data-poll]") ? event.detail.elt : null);

const lifeOf = (element) => {
  if (!lives.has(element.id)) lives.set(element.id, { fresh: new Date(), failures: 0, pausedUntil: 0 });
  return lives.get(element.id);
};

const poll = (element) => window.htmx?.trigger(element, "seen");

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

const clock = (moment) =>
  moment.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: meta("time-zone") });

const tellStale = (element, life) => {
  if (life.note) return;
  const text = element.dataset.staleText.replace("{0}", clock(life.fresh));
  const again = document.createElement("button");
  Object.assign(again, { type: "button", className: "btn btn-link", textContent: meta("poll-again") });
  again.addEventListener("click", () => {
    life.pausedUntil = 0;
    poll(document.getElementById(element.id));
  });
  life.note = Object.assign(document.createElement("p"), { className: "stale" });
  life.note.append(text, " · ", again);
  (document.getElementById(element.id) ?? element).after(life.note);
  document.getElementById("copy-status").textContent = text;
};

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
    life.note?.remove();
    lives.set(element.id, { fresh: new Date(), failures: 0, pausedUntil: 0 });
  } else {
    life.pausedUntil = Date.now() + Math.min(FIRST_PAUSE_MS * 2 ** life.failures++, LONGEST_PAUSE_MS);
    tellStale(element, life);
  }
});

document.querySelectorAll("[data-poll]").forEach(lifeOf);
