// 열린 대화의 화면입니다. 서버의 이벤트를 받아 보여 주고, 적은 글을 보냅니다.

// 첫째 주소는 인터넷 없이 쓸 때를 위한 것입니다. 파일이 없으면 둘째 주소를 씁니다.
const CLIENT_ADDRESSES = [
  new URL("socket.io.esm.min.js", import.meta.url).href,
  "https://cdn.socket.io/4.8.3/socket.io.esm.min.js",
];

const list = document.querySelector("#msg-container");
const total = document.querySelector("#total");
const state = document.querySelector("#state");
const form = document.querySelector("#input-form");
const box = document.querySelector("#input-box");
const button = form.querySelector("button");

async function loadClient() {
  for (const address of CLIENT_ADDRESSES) {
    try {
      return (await import(address)).io;
    } catch {
      // 다음 주소를 써 봅니다.
    }
  }
  return null;
}

// 이 페이지의 열쇠입니다. 연결이 끊겼다가 이어져도, 내가 보낸 글이 무엇인지 서버에 물을 수 있습니다.
function ownKey() {
  let key = sessionStorage.getItem("key");
  if (key === null) {
    key = crypto.randomUUID();
    sessionStorage.setItem("key", key);
  }
  return key;
}

function addMessage(data) {
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 2;
  const line = document.createElement("p");
  line.className = data.isSystem ? "system" : data.mine ? "mine" : "theirs";
  // textContent: 글에 태그가 있어도 글로만 보여 줍니다.
  line.textContent = data.message;
  list.append(line);
  if (atEnd || data.mine) {
    list.scrollTop = list.scrollHeight;
  }
  if (data.isSystem) {
    total.textContent = `지금 ${data.total}명`;
  }
  return line;
}

function allowTyping(allowed) {
  box.disabled = !allowed;
  button.disabled = !allowed;
}

async function send(socket, text) {
  const line = addMessage({ message: text, isSystem: false, mine: true });
  line.classList.add("waiting");
  let answer;
  try {
    answer = await socket.timeout(5000).emitWithAck("message", text);
  } catch {
    answer = { ok: false, error: "보내졌는지 알 수 없습니다. 목록을 보고 다시 보내 주세요." };
  }
  line.classList.remove("waiting");
  if (answer.ok) {
    state.textContent = "";
    return;
  }
  line.remove();
  state.textContent = answer.error;
  // 그사이에 새로 적은 글이 없으면 되돌려 놓습니다.
  box.value ||= text;
}

function start(io) {
  const socket = io({ auth: { key: ownKey() } });
  let wasTyping = true;

  socket.on("history", (messages) => {
    // 다시 연결되면 처음부터 다시 옵니다. 더하지 않고 바꿉니다.
    list.replaceChildren();
    messages.forEach(addMessage);
    list.scrollTop = list.scrollHeight;
  });
  socket.on("message", addMessage);
  socket.on("enable_message", () => {
    state.textContent = "";
    allowTyping(true);
    if (wasTyping) {
      box.focus();
    }
  });
  socket.on("disconnect", () => {
    wasTyping = document.activeElement === box;
    allowTyping(false);
    state.textContent = "연결이 끊겼습니다. 다시 연결하고 있습니다. 적던 글은 그대로 있습니다.";
  });
  socket.on("connect_error", () => {
    state.textContent = "서버에 연결되지 않았습니다. 다시 연결하고 있습니다.";
  });

  // 한글을 조합하는 동안의 Enter는 글자를 끝낼 뿐이고, submit이 되지 않습니다.
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = box.value;
    if (text.trim() && !box.disabled) {
      box.value = "";
      send(socket, text);
    }
  });
}

const io = await loadClient();
if (io === null) {
  state.textContent =
    "Socket.IO 클라이언트를 가져올 수 없습니다. 인터넷에 연결하거나, "
    + "터미널에서 python workbook.py offline을 실행하고 새로 고치세요.";
} else {
  start(io);
}
