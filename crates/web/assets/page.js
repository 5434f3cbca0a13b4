// What pages do when scripts may run; without them every page says the same.
//
// Escape closes the evidence, the keyboard finds its way into it and back, a
// long chain of decisions begins at its newest, and a page that is left open
// says when a newer build is there.

const drawer = document.querySelector(".drawer");
const LOOKS_EVERY_MS = 10_000;

document.addEventListener("keydown", (event) => {
  const isMeant = event.key === "Escape" && !event.defaultPrevented;
  if (isMeant && drawer) drawer.querySelector(".close").click();
});

function placeFocus() {
  const named = location.hash && document.getElementById(location.hash.slice(1));
  (drawer ?? named)?.focus?.({ preventScroll: true });
}

// The browser moves the focus to what the address names; this comes after it.
addEventListener("load", () => setTimeout(placeFocus));

const cast = document.querySelector(".cast-scroll");
if (cast && !drawer && !location.hash) cast.scrollLeft = cast.scrollWidth;

const notice = document.querySelector("#newer p");
let run = null;

async function look() {
  if (document.hidden || !notice.hidden) return;
  try {
    const answer = await fetch("/run", { cache: "no-store" });
    const now = answer.ok ? await answer.text() : run;
    run ??= now;
    if (now !== run) notice.hidden = false;
  } catch {
    // The pages are no longer served; a later look may find them again.
  }
}

look();
setInterval(look, LOOKS_EVERY_MS);
document.addEventListener("visibilitychange", look);
