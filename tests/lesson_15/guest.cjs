// A guest under Node: node guest.cjs FOLDER URL TEXT. Says TEXT once it may, and writes each thing it hears as a line.
const { createRequire } = require("node:module");

const [folder, url, text] = process.argv.slice(2);
const { io } = createRequire(`${folder}/`)("socket.io-client");

const socket = io(url, { reconnection: false, auth: { key: "node" } });
const tell = (event, data) => console.log(JSON.stringify([event, data ?? null]));

for (const event of ["history", "message"]) {
  socket.on(event, (data) => tell(event, data));
}
socket.on("enable_message", async () => {
  tell("enable_message");
  tell("answer", await socket.timeout(5000).emitWithAck("message", text));
});
socket.on("connect_error", (error) => tell("connect_error", error.message));
process.stdin.on("data", () => {}).on("end", () => socket.disconnect());
