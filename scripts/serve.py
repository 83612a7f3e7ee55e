"""看网站：python3 scripts/serve.py [--host 127.0.0.1] [--port 8000] [--no-open]."""

import argparse
import os
import socket
import sys
import threading
import time
import webbrowser

from _chromium import find
from _environment import PYTHON, RUNTIME, ensure
from _terminal import Stop, in_ci, run, start


def main(arguments: list[str]) -> int:
    """Build the site, then show it and follow every change."""
    parser = argparse.ArgumentParser(description="生成案例库网站并在本机打开，改动随时可见。")
    parser.add_argument("--host", default="127.0.0.1", help="监听的地址（默认 127.0.0.1）")
    parser.add_argument("--port", type=int, help="端口（默认 8000，被占用时往后找）")
    parser.add_argument("--no-open", action="store_true", help="不自动打开浏览器")
    options = parser.parse_args(arguments)

    ensure(RUNTIME)
    browser = find()
    if browser:
        os.environ["ANLIKU_CHROMIUM"] = browser  # more places than the program itself looks at
    code = run([PYTHON, "-m", "anliku", "build", "--pdf"])
    if code:
        return code
    port = _free_port(options.host, options.port)
    if not options.no_open and _is_interactive():
        here = "localhost" if options.host in {"0.0.0.0", "::"} else options.host  # noqa: S104
        threading.Thread(target=_open, args=(here, port), daemon=True).start()
    return run([PYTHON, "-m", "anliku", "serve", "--host", options.host, "--port", str(port)])


def _free_port(host: str, port: int | None) -> int:
    """Return the port asked for, or the first free one from 8000 on."""
    for candidate in [port] if port else range(8000, 8020):
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            if os.name != "nt":  # as the server will do; on Windows it would hide a busy port
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, candidate))
            except OSError:
                continue
            return candidate
    raise Stop(f"{host} 的端口 {port or '8000—8019'} 用不了，请用 --port 换一个。")


def _is_interactive() -> bool:
    screen = sys.platform != "linux" or {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys()
    return bool(screen) and sys.stdin.isatty() and sys.stdout.isatty() and not in_ci()


def _open(host: str, port: int) -> None:
    """Open the browser as soon as the server answers."""
    for _ in range(240):
        try:
            socket.create_connection((host, port), 1).close()
        except OSError:
            time.sleep(0.25)
        else:
            webbrowser.open(f"http://{f'[{host}]' if ':' in host else host}:{port}/")
            return


if __name__ == "__main__":
    start(main)
