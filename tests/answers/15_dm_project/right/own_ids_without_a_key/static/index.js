const { io } = await import("./socket.io.esm.min.js");
const list = document.getElementById("msg-container");
const box = document.getElementById("input-box");
const mine = new Set(JSON.parse(sessionStorage.getItem("mine") ?? "[]"));
const socket = io({ transports: ["websocket"] });

function line(text, side) {
  const item = document.createElement("li");
  item.style.cssText = `display: block; width: fit-content; margin-${side}: 0; margin-inline: ${
    side === "right" ? "auto 0" : side === "left" ? "0 auto" : "auto"
  }`;
  item.appendChild(document.createTextNode(text));
  list.appendChild(item);
}

function show(data) {
  line(data.message, data.isSystem ? "center" : mine.has(data.id) ? "right" : "left");
}

socket.on("history", (messages) => {
  list.textContent = "";
  messages.forEach(show);
});
socket.on("message", show);
socket.on("enable_message", () => box.removeAttribute("disabled"));
socket.on("disconnect", () => box.setAttribute("disabled", ""));
document.forms[0].onsubmit = () => {
  const text = box.value;
  box.value = "";
  socket.emit("message", text, ({ ok, id }) => {
    if (ok) {
      mine.add(id);
      sessionStorage.setItem("mine", JSON.stringify([...mine]));
      line(text, "right");
    }
  });
  return false;
};
