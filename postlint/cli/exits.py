"""Exit codes, and how a mistake of the user ends a command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

import typer

from postlint.errors import InputErrors, Refusal


class ExitCode(IntEnum):
    """What the exit code of a command says; `INCOMPLETE` wins over `FINDINGS`."""

    CLEAN = 0
    FINDINGS = 1
    WRONG_USE = 2
    INCOMPLETE = 3


@contextmanager
def mistakes_explained() -> Iterator[None]:
    """Print what is wrong with options, configuration or rules, and leave with `WRONG_USE`."""
    try:
        yield
    except (InputErrors, Refusal) as wrong:
        typer.echo(str(wrong), err=True)
        raise typer.Exit(ExitCode.WRONG_USE) from None
