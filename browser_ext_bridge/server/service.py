"""The bridge as a service of the user's own session (systemd)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from platformdirs import user_config_path

from postlint.config import PRIVATE, find_config
from postlint.errors import Refusal, say

NAME = "postlint.service"
_UNIT = """\
[Unit]
Description=postlint's bridge: judges drafts for the programs on this computer

[Service]
ExecStart={command}
WorkingDirectory={folder}
{environment}Restart=on-failure
UMask=0077
NoNewPrivileges=yes

[Install]
WantedBy=default.target
"""


def write_unit(*, port: int, config: Path | None) -> list[str]:
    """Write the unit for the configuration of here and now; gives the lines that say what to do next.

    Raises:
        InputErrors: this system has no systemd.
    """
    if sys.platform != "linux":
        what = say("a service can be written for systemd alone")
        raise Refusal(what, say("docs/bridge.md tells how it is done on macOS and Windows.")).at("--install")
    path = user_config_path("systemd") / "user" / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(unit(port=port, config=config or find_config(Path.cwd())), encoding="utf-8")
    return [say("Written: {path}. Start it with:", path=path), f"systemctl --user enable --now {NAME}"]


def unit(*, port: int, config: Path | None) -> str:
    """The text of the unit; paths are absolute, since the service runs elsewhere."""
    command = [Path(sys.executable).with_name("postlint"), "serve", "--port", port]
    if config:
        command += ["--config", config.resolve()]
    private = os.environ.get(PRIVATE)
    return _UNIT.format(
        command=" ".join(map(_quoted, command)),
        folder=str(config.resolve().parent if config else "~").replace("%", "%%"),
        environment=f"Environment={_quoted(f'{PRIVATE}={private}')}\n" if private else "",
    )


def _quoted(argument: object) -> str:
    """An argument as systemd reads it, with nothing in it expanded."""
    text = str(argument).replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{text}"'
