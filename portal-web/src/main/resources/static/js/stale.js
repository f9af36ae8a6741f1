/* Says below a fragment since when it is old, with a button to try again; says it to those who listen, too. */
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

const announce = (text) => (document.getElementById("copy-status").textContent = text);

const clock = (moment) =>
  moment.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: meta("time-zone") });

/** @returns what takes it away again */
export const tellStale = (element, fresh, tryAgain) => {
  const text = element.dataset.staleText.replace("{0}", clock(fresh));
  const again = document.createElement("button");
  Object.assign(again, { type: "button", className: "btn btn-link", textContent: meta("poll-again") });
  again.addEventListener("click", tryAgain);
  const note = Object.assign(document.createElement("p"), { className: "stale" });
  note.append(text, " · ", again);
  element.after(note);
  announce(text);
  return () => {
    note.remove();
    announce("");
  };
};
