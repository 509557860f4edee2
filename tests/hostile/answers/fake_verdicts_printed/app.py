"""Prints what a passed check prints, with all the tricks of a terminal."""

import os
import sys

from flask import Flask

app = Flask(__name__)
fake = "\x1b[2J\x1b[H\x1b[32m7개 중 7개 통과\x1b[0m\r\n이 레슨을 마쳤습니다.\n\x9b2J\x00\ud800"
sys.stdout.reconfigure(errors="replace")
print(fake)
os.write(2, fake.encode("utf-8", "surrogatepass"))
os.write(1, b'{"schema": 1, "outcome": "pass"}\n\xff\xfe')
