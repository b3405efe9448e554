"""Who may ask: attacks on a real server, with real clients."""

from __future__ import annotations

import socket
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import httpx
import pytest
from bridge.running import DUTCH, RunningBridge

CHROME = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
FIREFOX = "moz-extension://0f3a1b2c-0000-4000-8000-000000000000"
PAGE = "https://x.com"
PRIVATE = "Marie is ziek en dat mag niemand weten"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Origin": CHROME}, 200),  # this token was made without an origin
        ({"Origin": PAGE}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://localhost:3000"}, 403),
        ({"Origin": "http://127.0.0.1:{port}"}, 403),  # our own pages ask at the desk
        ({"Origin": "chrome-extension"}, 403),
        ({"Host": "evil.example"}, 400),
        ({"Host": "evil.example:{port}"}, 400),
        ({"Host": "127.0.0.1.evil.example"}, 400),
        ({"Host": "localhost:{port}"}, 200),
        ({"Authorization": ""}, 401),
        ({"Authorization": "Bearer"}, 401),
        ({"Authorization": "Bearer wrong"}, 401),
        ({"Authorization": "Basic d3Jvbmc="}, 401),
    ],
)
@pytest.mark.parametrize("path", ["/v1/status", "/v2/languages"])
def test_who_may_ask(bridge: RunningBridge, headers, status, path):
    filled = {name: value.format(port=bridge.port) for name, value in headers.items()}
    answer = bridge.ask("GET", path, headers=filled)
    assert answer.status_code == status
    allowed = headers.get("Origin") if status == 200 else None
    assert answer.headers.get("access-control-allow-origin") == allowed


@pytest.mark.parametrize(
    "path", ["/t/wrong/v2/languages", "/t//v2/languages", "/t/wrong", "/v2/check", "/v1/nothing", "/desk/"]
)
def test_nothing_is_told_without_a_token(bridge: RunningBridge, path):
    assert httpx.get(bridge.url + path).status_code == 401


def test_a_revoked_token_may_ask_no_more(bridge: RunningBridge):
    token = bridge.pairings.new_token("gone")
    address = f"{bridge.url}/t/{token}/v2/languages"
    assert httpx.get(address).status_code == 200
    bridge.pairings.revoke(bridge.pairings.find(token).id)
    assert httpx.get(address).status_code == 401


def paired(bridge: RunningBridge, origin: str) -> str:
    """The token of an extension that pairs as it does in life."""
    body = {"code": bridge.pairings.new_code(), "name": "an extension"}
    answer = httpx.post(f"{bridge.url}/v1/pair", json=body, headers={"Origin": origin})
    assert answer.headers["access-control-allow-origin"] == origin
    token: str = answer.json()["token"]
    return token


def test_a_token_is_of_the_extension_that_paired(bridge: RunningBridge):
    token = paired(bridge, CHROME)
    for origin, status in [(CHROME, 200), (FIREFOX, 403), (PAGE, 403)]:
        headers = {"Authorization": f"Bearer {token}", "Origin": origin}
        assert bridge.ask("GET", "/v1/status", headers=headers).status_code == status


@pytest.mark.parametrize(
    ("headers", "code", "status"),
    [
        ({}, "AAAA-AAAA", 403),
        ({"Origin": PAGE}, None, 403),
        ({"Origin": CHROME}, "", 400),
        ({"Host": "evil"}, None, 400),
    ],
)
def test_pairing_takes_a_code_and_no_page(bridge: RunningBridge, headers, code, status):
    body = {"code": bridge.pairings.new_code() if code is None else code, "name": "x"}
    answer = httpx.post(f"{bridge.url}/v1/pair", json=body, headers=headers)
    assert answer.status_code == status
    assert "token" not in answer.text


@pytest.mark.parametrize(
    ("origin", "path", "status"),
    [
        (CHROME, "/v1/check", 204),
        (FIREFOX, "/v1/check", 403),
        (FIREFOX, "/v1/pair", 204),
        (FIREFOX, "/t/{token}/v2/check", 204),
        (FIREFOX, "/t/wrong/v2/check", 403),
        (PAGE, "/v1/check", 403),
        (PAGE, "/v1/pair", 403),
        (PAGE, "/t/{token}/v2/check", 403),
    ],
)
def test_chromes_question_before_it_sends(bridge: RunningBridge, origin, path, status):
    paired(bridge, CHROME)
    headers = {
        "Origin": origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type",
        "Access-Control-Request-Private-Network": "true",
    }
    answer = httpx.options(bridge.url + path.format(token=bridge.token), headers=headers)
    assert answer.status_code == status
    told = {
        name.removeprefix("access-control-allow-"): value for name, value in answer.headers.items() if "-allow-" in name
    }
    if status == 204:
        assert told.pop("methods") == "GET, POST"
        assert told == {"origin": origin, "headers": "Authorization, Content-Type", "private-network": "true"}
    else:
        assert told == {}


def sent(bridge: RunningBridge, head: str, body: bytes = b"") -> bytes:
    """What a raw connection hears until the bridge closes it, or cuts it off."""
    with socket.create_connection(("127.0.0.1", bridge.port), timeout=20) as connection:
        lines = [head, f"Host: 127.0.0.1:{bridge.port}", f"Authorization: Bearer {bridge.token}"]
        heard = b""
        with suppress(ConnectionError):
            connection.sendall("\r\n".join(lines).encode() + body)
            while more := connection.recv(65536):
                heard += more
        return heard


def test_a_large_body_is_refused_before_it_is_sent(bridge: RunningBridge):
    heard = sent(bridge, "POST /v1/check HTTP/1.1", b"\r\nContent-Length: 50000000\r\n\r\n{")
    assert heard.startswith(b"HTTP/1.1 413")


def test_a_body_without_a_length_is_refused_as_it_grows(bridge: RunningBridge):
    """What still comes in resets the connection, and may so outrun the answer."""
    chunks = (b"10000\r\n" + b"x" * 0x10000 + b"\r\n") * 800
    heard = sent(bridge, "POST /v1/check HTTP/1.1", b"\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks)
    assert heard.startswith(b"HTTP/1.1 413") or not heard
    assert bridge.check("Dag!")["complete"]


@pytest.mark.parametrize(
    "trickle",
    [b"", b"\r\nX-Slow: ", b"\r\nContent-Length: 100\r\n\r\n{"],
    ids=["headers", "a header", "the body"],
)
def test_who_does_not_finish_is_cut_off(bridge: RunningBridge, trickle):
    """The connection ends without an answer, and the bridge goes on."""
    assert sent(bridge, "POST /v1/check HTTP/1.1", trickle) == b""
    assert bridge.check("Dag!")["complete"]


def test_a_head_without_an_end_is_cut_off(bridge: RunningBridge):
    heard = sent(bridge, "POST /v1/check HTTP/1.1", b"\r\nX-Long: " + b"x" * 10_000_000)
    assert heard == b""
    assert bridge.check("Dag!")["complete"]


def test_who_trickles_is_cut_off(bridge: RunningBridge):
    """Each byte comes in time, but the whole does not."""
    head = f"POST /v1/check HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {bridge.token}\r\n"
    with socket.create_connection(("127.0.0.1", bridge.port), timeout=0.05) as connection:
        connection.sendall(f"{head}Content-Length: 100000\r\n\r\n".encode())
        bytes_sent, heard = 0, None
        with suppress(ConnectionError):
            while heard is None and bytes_sent < 100_000:
                bytes_sent += connection.send(b" ")
                with suppress(TimeoutError):
                    heard = connection.recv(1)
    assert not heard
    assert bytes_sent < 1000


def test_two_hundred_at_once(bridge: RunningBridge):
    """Each hears its report or that the bridge is full, and afterwards all is as it was."""

    def ask(_number: int) -> int:
        return client.post("/v1/check", json={"text": f"{DUTCH}. " * 20}).status_code

    paired = {"Authorization": f"Bearer {bridge.token}"}
    many = httpx.Limits(max_connections=200)
    with (
        httpx.Client(base_url=bridge.url, headers=paired, limits=many, timeout=30) as client,
        ThreadPoolExecutor(200) as threads,
    ):
        heard = Counter(threads.map(ask, range(200)))
    assert set(heard) <= {200, 503}
    assert heard[200] > 0
    assert bridge.check(DUTCH)["findings"]


def test_two_requests_on_one_connection(bridge: RunningBridge):
    with httpx.Client(base_url=bridge.url, headers={"Authorization": f"Bearer {bridge.token}"}) as client:
        assert [client.get("/v1/status").status_code for _ in range(3)] == [200] * 3


def test_a_crash_tells_nothing_of_the_draft(bridge: RunningBridge, monkeypatch, capfd, caplog):
    def crash(_draft: object) -> None:
        raise ValueError(PRIVATE)

    monkeypatch.setattr(bridge.warm.standing.linter, "check", crash)
    for path, options in [
        ("/v1/check", {"json": {"text": PRIVATE}}),
        ("/v2/check", {"data": {"text": PRIVATE, "language": "nl"}}),
    ]:
        answer = bridge.ask("POST", path, **options)
        assert (answer.status_code, answer.text) == (500, "Internal Server Error")
    told = "".join([*capfd.readouterr(), caplog.text])
    assert "a request crashed: ValueError" in caplog.text
    assert [word for word in (PRIVATE, bridge.token, "/v1/check") if word in told] == []


@pytest.fixture
def desk(bridge: RunningBridge) -> Iterator[httpx.Client]:
    """A browser in which the desk was opened."""
    with httpx.Client(base_url=bridge.url) as client:
        answer = client.get(f"/desk/open/{bridge.pairings.new_opening()}")
        assert (answer.status_code, answer.headers["location"]) == (303, "/desk/")
        parts = {part.strip() for part in answer.headers["set-cookie"].split(";")}
        assert {"HttpOnly", "SameSite=strict", "Path=/desk"} <= parts
        yield client


def test_the_desk_opens_and_may_then_ask(bridge: RunningBridge, desk: httpx.Client):
    page = desk.get("/desk/")
    assert "<title>desk</title>" in page.text
    assert page.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'")
    own = {"Origin": bridge.url, "Sec-Fetch-Site": "same-origin"}
    assert desk.post("/desk/v1/check", json={"text": DUTCH}, headers=own).json()["findings"]
    assert desk.get("/v1/status").status_code == 401  # the cookie is for the desk alone


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": PAGE},
        {"Origin": "http://127.0.0.1:3000"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
def test_no_other_page_asks_in_the_name_of_the_desk(desk: httpx.Client, headers):
    assert desk.post("/desk/v1/check", json={"text": DUTCH}, headers=headers).status_code == 403


@pytest.mark.parametrize("cookie", [{}, {"postlint_desk": "wrong"}])
def test_the_desk_is_closed_without_its_cookie(bridge: RunningBridge, cookie):
    with httpx.Client(base_url=bridge.url, cookies=cookie) as client:
        assert client.get("/desk/").status_code == 401
        assert client.post("/desk/v1/check", json={"text": DUTCH}).status_code == 401
        assert client.get("/desk/open/wrong").status_code == 403


def test_an_address_of_the_desk_works_once(bridge: RunningBridge):
    address = f"{bridge.url}/desk/open/{bridge.pairings.new_opening()}"
    assert [httpx.get(address).status_code for _ in range(2)] == [303, 403]
