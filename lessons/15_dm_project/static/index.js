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
    key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16)).join("-");
    sessionStorage.setItem("key", key);
  }
  return key;
}

// 메시지 하나를 목록에 더합니다. data는 {"message": ..., "isSystem": ...} 모양입니다.
function addMessage(data) {
  // TODO 과제 9: p 요소를 만들고, 글을 textContent로 넣어서, list의 끝에 더하세요.
}

function start(io) {
  const socket = io({ auth: { key: ownKey() } });

  // TODO 과제 9: history, message, enable_message, disconnect 이벤트를 받아서 화면을 바꾸세요.

  // TODO 과제 9: form의 submit 이벤트를 받아서, box에 적힌 글을 message 이벤트로 보내세요.
}

const io = await loadClient();
if (io === null) {
  state.textContent =
    "Socket.IO 클라이언트를 가져올 수 없습니다. 인터넷에 연결하거나, "
    + "터미널에서 python workbook.py offline을 실행하고 새로 고치세요.";
} else {
  start(io);
}
