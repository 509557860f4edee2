// The live part of a lesson: verdicts come as server-sent events and are put in place as they are.

const lesson = document.querySelector(".lesson");
const tasks = document.querySelector("#tasks");
const said = document.querySelector("#said");

function addCopyButtons() {
  for (const line of tasks.querySelectorAll("pre.copyable")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = lesson.dataset.copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(line.textContent);
      said.textContent = lesson.dataset.copied;
    });
    line.before(button);
  }
}

// What a reader has unfolded stays unfolded, and the focus stays where it is, when the tasks are written anew.
function remember() {
  const open = [...tasks.querySelectorAll("details")].map((one) => one.open);
  const focus = [...tasks.querySelectorAll("a, button, summary")].indexOf(document.activeElement);
  return { open, focus, count: open.length };
}

function restore({ open, focus, count }) {
  const folds = [...tasks.querySelectorAll("details")];
  if (folds.length === count) {
    folds.forEach((one, index) => {
      one.open = open[index];
    });
  }
  if (focus >= 0) {
    ([...tasks.querySelectorAll("a, button, summary")][focus] ?? tasks).focus();
  }
}

function show(html) {
  const before = remember();
  tasks.innerHTML = html;
  addCopyButtons();
  restore(before);
}

const events = new EventSource(lesson.dataset.events);
events.addEventListener("tasks", (event) => {
  const data = JSON.parse(event.data);
  show(data.html);
  said.textContent = data.said;
  tasks.dataset.shown = Date.now();
});
for (const kind of ["judging", "trouble"]) {
  events.addEventListener(kind, (event) => {
    said.textContent = JSON.parse(event.data).said;
  });
}
events.addEventListener("error", () => {
  said.textContent = lesson.dataset.lost;
});

// Forms work without this script; with it the page stays where it is.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  const quiet = "quiet" in form.dataset;
  const hints = form.closest("[data-hints]");
  if (!quiet && !hints) {
    return;
  }
  event.preventDefault();
  const reply = await fetch(form.action, { method: "POST", headers: { "X-Requested-With": "fetch" } });
  if (!reply.ok) {
    said.textContent = await reply.text();
  } else if (hints) {
    hints.innerHTML = await reply.text();
    hints.querySelector("details:last-of-type summary")?.focus();
  }
});

addCopyButtons();
