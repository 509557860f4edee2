const { io } = await import("./socket.io.esm.min.js").catch(
  () => import("https://cdn.socket.io/4.8.4/socket.io.esm.min.js"),
);
const list = document.querySelector("#msg-container");
const box = document.querySelector("#input-box");
const key = (sessionStorage.who ??= String(Math.random()));
const socket = io({ auth: { key } });

function show({ message, isSystem, mine }) {
  const line = document.createElement("p");
  line.className = isSystem ? "system" : mine ? "mine" : "theirs";
  line.textContent = message;
  list.append(line);
}

socket.on("history", (messages) => {
  list.replaceChildren();
  messages.forEach(show);
});
socket.on("message", show);
socket.on("enable_message", () => (box.disabled = false));
socket.on("disconnect", () => (box.disabled = true));
document.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  show({ message: box.value, mine: true });
  socket.emit("message", box.value);
  box.value = "";
});
