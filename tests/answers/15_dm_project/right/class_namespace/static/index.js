const client = await import(new URL("socket.io.esm.min.js", import.meta.url)).catch(
  () => import("https://cdn.socket.io/4.8.4/socket.io.esm.min.js"),
);
const list = document.querySelector("#msg-container");
const box = document.querySelector("#input-box");
const who = sessionStorage.who || (sessionStorage.who = String(Math.random()));
const socket = client.io({ auth: { who } });

function show({ message, isSystem, sender }) {
  const line = document.createElement("p");
  line.className = isSystem ? "system" : sender === who ? "mine" : "theirs";
  line.append(message);
  list.append(line);
  line.scrollIntoView();
}

socket.on("history", (all) => {
  list.innerHTML = "";
  for (const one of all) {
    show(one);
  }
});
socket.on("message", show);
socket.on("enable_message", () => {
  for (const part of document.querySelectorAll("#input-form :disabled")) {
    part.disabled = false;
  }
});
socket.on("disconnect", () => {
  box.disabled = true;
});
box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing) {
    return;
  }
  event.preventDefault();
  const message = box.value;
  socket.emit("message", message, (answer) => {
    if (answer.ok) {
      show({ message, isSystem: false, sender: who });
    }
  });
  box.value = "";
});
