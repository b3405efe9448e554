"""The managed server: real processes, which are killed, crowded out and left alone."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
import threading
from pathlib import Path

import psutil
import pytest
from conftest import INSTALLED
from languagetool.conftest import eventually, gone, kill

from postlint.languagetool import supervisor
from postlint.languagetool.faults import Unavailable
from postlint.languagetool.installation import java_path
from postlint.languagetool.server import about, address, answers, memory_of
from postlint.languagetool.settings import LanguageToolSettings
from postlint.languagetool.state import FILE, is_led, read_state, switches_in_use, write_state

ASKS = (
    "import sys; from pathlib import Path; from postlint.languagetool.server import Managed\n"
    "print(Managed(Path(sys.argv[1]), float(sys.argv[2])).address())"
)
"""What a postlint of its own does: ask for the address."""


def asking(folder, idle_seconds=600.0):
    return subprocess.Popen(
        [sys.executable, "-c", ASKS, str(folder), str(idle_seconds)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def family(server):
    """The process ids of the supervisor, the guard and Java."""
    state = server.running()
    return {"supervisor": state.supervisor, "guard": psutil.Process(state.java).ppid(), "java": state.java}


@pytest.mark.parametrize(
    ("server", "base"),
    [
        ("http://localhost:8081", "http://localhost:8081/"),
        ("http://localhost:8081/", "http://localhost:8081/"),
        ("http://localhost:8081/v2", "http://localhost:8081/"),
        ("http://localhost:8081/v2/", "http://localhost:8081/"),
        ("http://localhost/languagetool/v2/", "http://localhost/languagetool/"),
    ],
)
def test_the_address_of_a_server_that_somebody_else_keeps(server, base):
    assert address(LanguageToolSettings(server=server)) == base


def test_a_real_server_tells_of_itself_and_is_shared(managed_settings):
    base = address(managed_settings)
    assert address(managed_settings) == base
    said = about(base)
    assert (said.version, said.langs) == ("6.8", ("nl", "en"))


def test_a_real_server_outlives_a_killed_postlint_and_stops_when_nobody_asks(servers, monkeypatch):
    monkeypatch.setenv("LTP_PATH", INSTALLED)
    server = servers()
    postlint = asking(server.folder, idle_seconds=1.0)
    assert eventually(lambda: read_state(server.folder) is not None)
    postlint.kill()
    postlint.communicate()
    assert eventually(server.running)
    processes = family(server)
    assert memory_of(server.running()) < 600_000_000
    assert eventually(lambda: not server.running())
    assert all(eventually(lambda each=each: gone(each)) for each in processes.values())
    assert not (server.folder / FILE).exists()


def test_a_real_java_without_memory(servers, monkeypatch):
    monkeypatch.setenv("LTP_PATH", INSTALLED)
    monkeypatch.setenv("_JAVA_OPTIONS", "-Xmx4m")
    with pytest.raises(Unavailable) as unavailable:
        servers().address()
    assert unavailable.value.cause == "crashed"
    assert "OutOfMemoryError" in unavailable.value.problem.what


def test_a_real_java_that_finds_its_port_taken_gets_the_next(servers, monkeypatch):
    """Somebody else answers at the first port, as a server of LanguageTool would."""
    server = servers()
    server.folder.mkdir()
    jar = f"{INSTALLED}/LanguageTool-6.8/languagetool-server.jar"
    job = supervisor.Job(folder=str(server.folder), java=java_path(), jar=jar, idle_seconds=600.0, start_seconds=300.0)
    with socket.create_server(("127.0.0.1", 0)) as squatter:
        taken = squatter.getsockname()[1]
        (free,) = list(supervisor.free_ports())[:1]
        supervising = threading.Thread(target=supervisor.supervise, args=(job, [taken, free]))
        supervising.start()
        assert eventually(server.running)
        assert server.running().port == free
        server.stop()
        supervising.join()


@pytest.mark.parametrize("victim", ["supervisor", "guard", "java"])
def test_whoever_is_killed_the_others_go_too(stand_in, servers, victim):
    server = servers()
    base = server.address()
    processes = family(server)
    kill(processes[victim])
    assert all(eventually(lambda each=each: gone(each)) for each in processes.values())
    assert server.address(failed=base) != ""
    assert len(stand_in.started) == 2


def test_one_that_hangs_is_replaced_when_somebody_got_no_answer(stand_in, servers, monkeypatch):
    monkeypatch.setattr("postlint.languagetool.server.ANSWER_SECONDS", 0.2)
    server = servers()
    base = server.address()
    assert server.address(failed=base) == base
    hanging = family(server)
    os.kill(hanging["java"], signal.SIGSTOP)
    assert server.address() == base
    assert server.address(failed="http://127.0.0.1:1/") == base
    another = server.address(failed=base)
    assert answers(another)
    assert all(gone(each) for each in hanging.values())


def test_a_supervisor_that_hangs_is_stopped_all_the_same(stand_in, servers, monkeypatch):
    monkeypatch.setattr("postlint.languagetool.server.STOP_SECONDS", 0.2)
    server = servers()
    server.address()
    processes = family(server)
    os.kill(processes["supervisor"], signal.SIGSTOP)
    assert server.stop()
    assert all(eventually(lambda each=each: gone(each)) for each in processes.values())


def test_a_guard_that_hangs_takes_nothing_hostage(stand_in, servers, monkeypatch):
    server = servers()
    monkeypatch.setattr(supervisor, "END_SECONDS", 0.2)
    command = [java_path(), "--port", "0"]
    with supervisor.Server(command) as java:
        assert java.settles(30.0)
        os.kill(java._guard.pid, signal.SIGSTOP)
    assert eventually(lambda: gone(java.java))
    assert not server.stop()


def test_many_who_start_at_once_share_one(stand_in, servers):
    asked = [asking(servers().folder) for _ in range(4)]
    answers = [each.communicate()[0] for each in asked]
    assert len(set(answers)) == 1
    assert answers[0].startswith(b"http://127.0.0.1:")
    assert len(stand_in.started) == 1


def test_stop_ends_all_of_it_and_also_one_that_still_starts(stand_in, servers):
    server = servers()
    server.address()
    processes = family(server)
    assert server.stop()
    assert all(eventually(lambda each=each: gone(each)) for each in processes.values())
    assert not server.stop()
    stand_in.write(start="import time; time.sleep(60)")
    postlint = asking(server.folder)
    assert eventually(lambda: len(stand_in.started) == 2)
    postlint.kill()
    postlint.communicate()
    assert server.stop()
    assert gone(stand_in.started[-1])
    assert not is_led(server.folder)


def test_a_server_is_warmed_up_in_what_it_is_asked_in_and_that_is_no_use_of_it(stand_in, servers):
    server = servers(idle_seconds=5.0)
    server.address(langs=["en"])
    assert eventually(lambda: stand_in.texts)
    assert "language=en" in stand_in.texts[0]
    assert eventually(lambda: not server.running())


def test_a_server_that_was_killed_leaves_its_languages_to_nobody(stand_in, servers):
    server = servers()
    server.address(langs=["nl", "en"])
    processes = family(server)
    kill(processes["supervisor"])
    assert all(eventually(lambda each=each: gone(each)) for each in processes.values())
    server.address(langs=["nl"])
    assert [switches_in_use(server.folder, lang) for lang in ("nl", "en")] == ["", None]


def test_whoever_asks_keeps_it_alive(stand_in, servers):
    server = servers(idle_seconds=0.5)
    base = server.address()
    assert not eventually(lambda: server.address() != base, seconds=1.5)
    assert eventually(lambda: not server.running())


@pytest.mark.parametrize(
    ("java", "cause", "told"),
    [
        ({"version": "1.8.0_392"}, "old-java", "this is 8.0_392"),
        ({"version": "11.0.2"}, "old-java", "this is 11.0.2"),
        ({"version": "unknown"}, "broken-java", "Java does not start"),
        ({"start": "print('Error: no room left'); sys.exit(1)"}, "crashed", "Error: no room left"),
        ({"start": "print('org.languagetool.server.PortBindingException'); sys.exit(1)"}, "port", "Every port"),
        ({"start": "import time; time.sleep(60)"}, "silent", "within 1 seconds"),
    ],
)
def test_a_java_that_does_not_do(stand_in, servers, java, cause, told):
    stand_in.write(**java)
    server = servers(start_seconds=1.0)
    with pytest.raises(Unavailable) as unavailable:
        server.address()
    assert unavailable.value.cause == cause
    assert told in unavailable.value.problem.what
    assert unavailable.value.problem.remedy
    assert all(eventually(lambda each=each: gone(each)) for each in stand_in.started)
    assert not server.stop()
    stand_in.write()
    assert answers(server.address())


def test_no_java(stand_in, servers, monkeypatch):
    monkeypatch.delenv("JAVA_HOME")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Unavailable) as unavailable:
        servers().address()
    assert unavailable.value.cause == "no-java"


@pytest.mark.parametrize(
    ("harm", "cause"),
    [
        (lambda jar: jar.write_text("another jar"), "damaged"),
        (Path.unlink, "damaged"),
        (lambda jar: (jar.parent / "SHA256SUMS").unlink(), "not-installed"),
    ],
)
def test_jars_that_are_not_as_they_were(stand_in, servers, harm, cause):
    harm(stand_in.folder / "LanguageTool-6.8/languagetool-server.jar")
    with pytest.raises(Unavailable) as unavailable:
        servers().address()
    assert unavailable.value.cause == cause


@pytest.mark.parametrize("content", ["", "{", "[]", '{"port": 1}', "\xff"])
def test_a_state_file_without_a_supervisor_or_a_meaning_is_nothing(stand_in, servers, content):
    server = servers()
    server.address()
    state = server.running()
    server.stop()
    write_state(server.folder, state)  # the port may be anybody's by now
    assert server.running() is None
    (server.folder / FILE).write_text(content, "latin-1")
    assert server.running() is None
    assert answers(server.address())


def test_the_state_is_for_this_user_alone(stand_in, servers, monkeypatch):
    server = servers()
    server.address()
    for path in (server.folder, *server.folder.iterdir()):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
    monkeypatch.setattr("os.getuid", lambda: 4242)
    with pytest.raises(Unavailable, match="Others may write in"):
        server.address()
    monkeypatch.undo()
