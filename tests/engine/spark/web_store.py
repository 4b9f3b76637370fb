"""A store of files that is reached over the network only: it speaks WebHDFS, whose client comes with Spark."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlsplit

NAMES = "/webhdfs/v1"
CONTENTS = "/contents"


class Store:
    """A folder that is served, the URL that Spark knows it by, and what of it was opened."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.url = f"webhdfs://127.0.0.1:{port}"
        self.opened = set()


@contextmanager
def web_store(folder: Path):
    """Serve what lies in a folder."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    server.store = Store(folder, server.server_port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.store
    finally:
        server.shutdown()
        server.server_close()


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self):
        asked = urlsplit(self.path)
        query = {name.lower(): values[0] for name, values in parse_qs(asked.query).items()}
        if asked.path.startswith(CONTENTS):
            self._send_contents(self._file(asked.path, CONTENTS), int(query.get("offset", 0)), query.get("length"))
        else:
            self._answer(self._file(asked.path, NAMES), query["op"].upper(), asked)

    def _answer(self, path, operation, asked):
        if not path.exists():
            self._send_problem("java.io.FileNotFoundException", path.name, 404)
        elif operation == "GETFILESTATUS":
            self._send({"FileStatus": _status(path, "")})
        elif operation == "LISTSTATUS":
            self._send({"FileStatuses": {"FileStatus": _statuses(path)}})
        elif operation == "GETFILEBLOCKLOCATIONS":
            self._send({"BlockLocations": {"BlockLocation": []}})
        elif operation == "OPEN":
            self.server.store.opened.add(path.name)
            self._redirect(f"{CONTENTS}{asked.path[len(NAMES) :]}?{asked.query}")
        else:
            self._send_problem("java.lang.UnsupportedOperationException", operation, 400)

    def _redirect(self, place):
        self.send_response(307)
        self.send_header("Location", f"http://127.0.0.1:{self.server.server_port}{place}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _file(self, path, start):
        return self.server.store.folder / unquote(path[len(start) :]).lstrip("/")

    def _send_problem(self, kind, text, status):
        problem = {"exception": kind.rpartition(".")[2], "javaClassName": kind, "message": text}
        self._send({"RemoteException": problem}, status)

    def _send(self, answer, status=200):
        self._send_bytes(json.dumps(answer).encode(), status)

    def _send_contents(self, path, offset, length):
        contents = path.read_bytes()[offset:]
        self._send_bytes(contents if length is None else contents[: int(length)], 200)

    def _send_bytes(self, content, status):
        # No type is named: the client that comes with Spark lacks a class to read it with.
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        """Say nothing of each request."""


def _statuses(path):
    return [_status(file, file.name) for file in sorted(path.iterdir())] if path.is_dir() else [_status(path, "")]


def _status(path, suffix):
    known = path.stat()
    return {
        "accessTime": 0,
        "blockSize": 1 << 27,
        "group": "",
        "length": 0 if path.is_dir() else known.st_size,
        "modificationTime": int(known.st_mtime * 1000),
        "owner": "",
        "pathSuffix": quote(suffix),
        "permission": "644",
        "replication": 1,
        "type": "DIRECTORY" if path.is_dir() else "FILE",
    }
