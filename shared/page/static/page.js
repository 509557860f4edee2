// The live part of a lesson: verdicts come as server-sent events and are put in place as they are.

const lesson = document.querySelector(".lesson");
const tasks = document.querySelector("#tasks");
const said = document.querySelector("#said");
const CALM = 300; // a judgement that is over sooner is not announced

let events;
let shown;
let waiting;

function say(text) {
  clearTimeout(waiting);
  said.textContent = text;
}

// The server keeps a line open for each page it tells, and a browser opens only six to one server (HTTP/1.1): a page
// that nobody looks at lets go of its line. Whoever comes back is told how things stand.
function listen() {
  if (document.visibilityState === "hidden") {
    events?.close();
    events = undefined;
  } else if (!events) {
    events = new EventSource(lesson.dataset.events);
    events.addEventListener("tasks", onTasks);
    events.addEventListener("judging", (event) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => say(JSON.parse(event.data).said), CALM);
    });
    events.addEventListener("trouble", (event) => say(JSON.parse(event.data).said));
    events.addEventListener("error", () => say(lesson.dataset.lost));
  }
}

function onTasks(event) {
  const data = JSON.parse(event.data);
  if (data.html !== shown) {
    show(data.html);
  }
  say(data.said);
  if (!data.so_far) {
    tasks.dataset.shown = Date.now();
  }
}

function show(html) {
  const restore = remember();
  tasks.innerHTML = html;
  shown = html;
  addCopyButtons();
  restore();
  letScroll();
}

// What a reader has unfolded stays unfolded, and the focus stays where it is, when the tasks are written anew.
function remember() {
  const folds = new Map(parts("details").map(([name, fold]) => [name, fold.open]));
  const focused = document.activeElement;
  const [name] = parts("a, button, summary").find(([, one]) => one === focused) ?? [];
  const task = focused.closest("#tasks .task")?.id;
  return () => {
    for (const [name, fold] of parts("details")) {
      fold.open = folds.get(name) ?? fold.open;
    }
    if (name) {
      const same = parts("a, button, summary").find(([other]) => other === name);
      (same?.[1] ?? document.getElementById(task) ?? tasks).focus();
    }
  };
}

// Elements of the tasks, each with a name that the next verdict has too: its task, its words, and which of several.
function parts(selector) {
  const seen = {};
  return [...tasks.querySelectorAll(selector)].map((one) => {
    const words = (one.querySelector("summary") ?? one).textContent.trim();
    const name = `${one.closest(".task")?.id} ${one.localName} ${words}`;
    seen[name] = (seen[name] ?? 0) + 1;
    return [`${name} ${seen[name]}`, one];
  });
}

function addCopyButtons() {
  for (const line of tasks.querySelectorAll("pre.copyable")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = lesson.dataset.copy;
    const what = line.closest("div")?.querySelector("dt")?.textContent ?? "";
    button.setAttribute("aria-label", `${lesson.dataset.copy}: ${what}`);
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(line.textContent);
      say(lesson.dataset.copied);
    });
    line.before(button);
  }
}

// What is too wide for its place can be scrolled with the keyboard; what fits is no stop on the way.
function letScroll() {
  for (const one of document.querySelectorAll(".code, .wide")) {
    if (one.scrollWidth > one.clientWidth) {
      one.tabIndex = 0;
    } else {
      one.removeAttribute("tabindex");
    }
  }
}

// Forms work without this script; with it the page stays where it is.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  const hints = form.closest("[data-hints]");
  if (!("quiet" in form.dataset) && !hints) {
    return;
  }
  event.preventDefault();
  let reply;
  try {
    reply = await fetch(form.action, { method: "POST", headers: { "X-Requested-With": "fetch" } });
  } catch {
    say(lesson.dataset.lost);
    return;
  }
  if (!reply.ok) {
    say(await reply.text());
  } else if (hints) {
    hints.innerHTML = await reply.text();
    hints.querySelector("details:last-of-type summary")?.focus();
    letScroll();
  }
});

document.addEventListener("visibilitychange", listen);
document.addEventListener("toggle", letScroll, true);
addEventListener("resize", letScroll);
listen();
addCopyButtons();
letScroll();
