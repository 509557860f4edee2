// 이벤트를 보내고 받아 보는 페이지입니다. 고치지 않아도 됩니다.

// 첫째 주소는 인터넷 없이 쓸 때를 위한 것입니다. 파일이 없으면 둘째 주소를 씁니다.
const CLIENT_ADDRESSES = [
  new URL("socket.io.esm.min.js", import.meta.url).href,
  "https://cdn.jsdelivr.net/npm/socket.io-client@4.8.4/dist/socket.io.esm.min.js",
];

const state = document.querySelector("#state");
const log = document.querySelector("#log");
let socket = null;

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

function connectAs(io, nickname) {
  socket?.disconnect();
  state.textContent = "연결하고 있습니다.";
  const mine = io({ auth: { nickname }, forceNew: true });
  socket = mine;
  mine.on("connect", () => {
    state.textContent = `연결되었습니다. sid: ${mine.id}`;
  });
  mine.on("connect_error", (error) => {
    state.textContent = `연결되지 않았습니다: ${error.message}`;
  });
  mine.on("disconnect", (reason) => {
    if (socket === mine) {
      state.textContent = `연결이 끊겼습니다: ${reason}`;
    }
  });
  mine.onAny((event, ...data) => {
    write(`받음  ${event}  ${data.map((value) => JSON.stringify(value)).join(", ")}`);
  });
}

function emitValue(event, ...data) {
  if (!socket?.connected) {
    write("먼저 연결해 주세요.");
    return;
  }
  write(`보냄  ${event}  ${data.map((value) => JSON.stringify(value)).join(", ")}`);
  socket.emit(event, ...data);
}

async function callValue(event, data) {
  if (!socket?.connected) {
    write("먼저 연결해 주세요.");
    return;
  }
  write(`보냄  ${event}  ${JSON.stringify(data)}`);
  try {
    const answer = await socket.timeout(3000).emitWithAck(event, data);
    write(`확인  ${event}  ${JSON.stringify(answer)}`);
  } catch {
    write(`확인  ${event}  3초 안에 확인 응답이 오지 않았습니다.`);
  }
}

function readJson(id) {
  try {
    return { value: JSON.parse(document.querySelector(id).value) };
  } catch {
    write("JSON으로 읽을 수 없는 글입니다. 글은 큰따옴표로 묶어 주세요.");
    return null;
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
    + "static 폴더에 socket.io.esm.min.js 파일을 넣고 새로 고치세요.";
} else {
  state.textContent = "연결 단추를 눌러 보세요.";
  onSubmit("#connect-form", () => connectAs(io, document.querySelector("#nickname").value));
  onSubmit("#emit-form", () => {
    const read = readJson("#value");
    if (read) {
      emitValue("my_event", read.value);
    }
  });
  onSubmit("#shout-form", () => emitValue("shout", document.querySelector("#text").value));
  onSubmit("#add-form", () => {
    const read = readJson("#numbers");
    if (read) {
      callValue("add", read.value);
    }
  });
  document.querySelector("#disconnect").addEventListener("click", () => socket?.disconnect());
}

onSubmit("#online-form", async () => {
  const reply = await fetch("/online");
  write(`/online  ${reply.status}  ${await reply.text()}`);
});
