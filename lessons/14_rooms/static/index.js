// room에 들어가고 나가고 말해 보는 페이지입니다. 고치지 않아도 됩니다.

// 첫째 주소는 인터넷 없이 쓸 때를 위한 것입니다. 파일이 없으면 둘째 주소를 씁니다.
const CLIENT_ADDRESSES = [
  new URL("socket.io.esm.min.js", import.meta.url).href,
  "https://cdn.socket.io/4.8.3/socket.io.esm.min.js",
];

const state = document.querySelector("#state");
const log = document.querySelector("#log");
const room = document.querySelector("#room");
const text = document.querySelector("#text");

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

function write(line) {
  const item = document.createElement("li");
  item.textContent = line;
  log.prepend(item);
}

async function call(socket, event, data) {
  write(`보냄  ${event}  ${JSON.stringify(data)}`);
  try {
    const answer = await socket.timeout(3000).emitWithAck(event, data);
    write(`확인  ${event}  ${JSON.stringify(answer)}`);
  } catch {
    write(`확인  ${event}  3초 안에 확인 응답이 오지 않았습니다.`);
  }
}

function onSubmit(id, action) {
  document.querySelector(id).addEventListener("submit", (event) => {
    event.preventDefault();
    action();
  });
}

const io = await loadClient();
if (io === null) {
  state.textContent =
    "Socket.IO 클라이언트를 가져올 수 없습니다. 인터넷에 연결하거나, "
    + "터미널에서 python workbook.py offline을 실행하고 새로 고치세요.";
} else {
  const socket = io();
  socket.on("connect", () => {
    state.textContent = `연결되었습니다. sid: ${socket.id}`;
  });
  socket.on("connect_error", (error) => {
    state.textContent = `연결되지 않았습니다: ${error.message}`;
  });
  socket.on("disconnect", (reason) => {
    state.textContent = `연결이 끊겼습니다: ${reason}`;
  });
  socket.onAny((event, ...data) => {
    write(`받음  ${event}  ${data.map((value) => JSON.stringify(value)).join(", ")}`);
  });
  onSubmit("#room-form", () => call(socket, "join", room.value));
  document.querySelector("#leave").addEventListener("click", () => call(socket, "leave", room.value));
  onSubmit("#say-form", () => call(socket, "say", { room: room.value, text: text.value }));
}
