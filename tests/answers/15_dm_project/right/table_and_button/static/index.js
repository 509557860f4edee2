import { io } from "./socket.io.esm.min.js";

const $ = (id) => document.getElementById(id);
const key = sessionStorage.getItem("me") ?? `${Date.now()}-${Math.random()}`;
sessionStorage.setItem("me", key);
const socket = io({ auth: { key } });
let shown = new Set();

const show = (data, mine = data.sender === key) => {
  if (data.id && shown.has(data.id)) {
    return;
  }
  shown.add(data.id);
  const item = document.createElement("li");
  item.style.textAlign = data.isSystem ? "center" : mine ? "right" : "left";
  item.innerText = data.message;
  $("msg-container").appendChild(item);
};

const send = () => {
  const text = $("input-box").value;
  socket.emit("message", text, (answer) => {
    if (answer.ok) {
      show({ id: answer.id, message: text }, true);
    } else {
      alert(answer.error);
    }
  });
  $("input-box").value = "";
};

socket.on("history", (rows) => rows.forEach((row) => show(row)));
socket.on("message", (data) => show(data));
socket.on("enable_message", () => ($("input-box").disabled = false));
$("send").onclick = send;
$("input-box").onkeydown = (event) => {
  if (event.keyCode === 13) {
    event.preventDefault();
    send();
  }
};
