"""How a configuration asks for second readers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from postlint.errors import Refusal, quoted, say

LEAST_CHARACTERS, MOST_SECONDS = 500, 600


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderSettings:
    """Who reads drafts a second time, under `[reader]` in the configuration; `reader = true` is short for `on`.

    `on` says where: everywhere, nowhere, or with `None` at the bridge, and on the command line where somebody asks.
    Unless `own`, postlint's own model is left out. `llm` is the address of a language model that speaks OpenAI's
    protocol, and `model` what it is called there; drafts go to no other machine than this one, unless `allow_remote`
    says so. A key, where the server wants one, stands in the environment variable `key_variable`. An answer may take so
    many `seconds`, and a draft with its context is sent up to so many `characters`.
    """

    on: bool | None = None
    own: bool = True
    llm: str = ""
    model: str = ""
    allow_remote: bool = False
    key_variable: str = ""
    seconds: int = 60
    characters: int = 6000

    @property
    def own_reads(self) -> bool:
        """Whether postlint's own model reads: it is installed, and not left out."""
        from postlint.parts import installed

        return self.own and installed("reader")

    @property
    def reads(self) -> bool:
        """Whether there is anyone to read; whether a language model answers is not asked."""
        return self.on is not False and (bool(self.llm) or self.own_reads)

    def without_llm(self) -> ReaderSettings | None:
        """The same without the language model; `None` where nobody reads then."""
        return replace(self, llm="", model="") if self.own_reads else None

    def __post_init__(self) -> None:
        if self.llm:
            _check_address(self.llm, allow_remote=self.allow_remote)
        if bool(self.llm) != bool(self.model):
            missing, there = ("model", "llm") if self.llm else ("llm", "model")
            what = say("{key} is missing beside {other}", key=quoted(missing), other=quoted(there))
            raise Refusal(what, say("A language model has an address, as llm, and a name there, as model."), there)
        if not self.own and not self.llm:
            what = say("without a reader of its own and without a language model nobody reads")
            raise Refusal(what, say("Write on = false, or give llm and model."), "own")
        if self.key_variable and not re.fullmatch(r"[A-Z_][A-Z0-9_]*", self.key_variable):
            what = say("this is not the name of an environment variable, in capitals")
            remedy = say("Put the key itself in a variable such as LLM_KEY, and write that name here.")
            raise Refusal(what, remedy, "key_variable", secret=True)
        if not 1 <= self.seconds <= MOST_SECONDS:
            what = say("nobody can wait for that")
            raise Refusal(what, say("Write a number from 1 to {most}.", most=MOST_SECONDS), "seconds")
        if self.characters < LEAST_CHARACTERS:
            what = say("few drafts with their context are that short")
            raise Refusal(what, say("Write a number from {least} up.", least=LEAST_CHARACTERS), "characters")


def _check_address(llm: str, *, allow_remote: bool) -> None:
    """Refuse what is no http address, one with a name and password in it, and one on another machine unless allowed."""
    from postlint.addresses import address_of, check_here  # only an address needs it

    address = address_of(llm)
    if address is None or "@" in address.netloc or address.query or address.fragment:
        what = say("this is not the address of a language model")
        raise Refusal(what, say("Write one such as http://127.0.0.1:11434/v1, without a key."), "llm", secret=True)
    if not allow_remote:
        check_here(address, "reader", "llm")
