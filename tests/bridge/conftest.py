"""A real bridge on the loopback address, over a small pack."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from bridge.running import RunningBridge, write_files

from browser_ext_bridge.server.app import make_app
from browser_ext_bridge.server.pairing import Pairings
from browser_ext_bridge.server.serving import listening_socket, server_of
from browser_ext_bridge.server.warm import WarmLinter


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningBridge]:
    folder = tmp_path_factory.mktemp("bridge")
    write_files(folder)
    (folder / "desk").mkdir()
    (folder / "desk/index.html").write_text("<!doctype html><title>desk</title>")
    warm = WarmLinter(folder)
    pairings = Pairings(folder / "state" / "bridge.sqlite")
    token = pairings.new_token("the tests")
    listening = listening_socket(0)
    port = listening.getsockname()[1]
    server = server_of(make_app(warm, pairings, desk=folder / "desk", renew_every=0.05), sending_time=0.5)
    serving = threading.Thread(target=server.run, args=([listening],))
    serving.start()
    try:
        yield RunningBridge(folder, port, warm, pairings, token)
    finally:
        server.should_exit = True
        serving.join()
