"""Reports that it was loaded, with routes of impossible shapes, before it is loaded."""

import json
import os
import stat
import struct

from right import app

routes = [{"rule": "/<", "methods": 5, "endpoint": [], "where": {"file": "../../x", "line": "1"}}, 7, {"rule": "<a" * 99}]
message = {"event": "loaded", "app_name": {}, "routes": routes, "runs": [{"debug": [], "port": "x", "where": 3}]}
body = json.dumps(message).encode()
for fd in range(3, 65):
    try:
        if stat.S_ISSOCK(os.fstat(fd).st_mode):
            os.write(fd, struct.pack("!I", len(body)) + body)
    except OSError:
        pass
