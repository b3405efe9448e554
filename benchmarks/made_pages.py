"""Markdown as an organisation publishes it, made anew and the same each time: for `pages.py`.

Its sentences are the examples of the shipped packs, mostly those in which nothing is to be found. Of their longer words
some are changed for words of wordfreq's list, the more frequent the oftener (Zipf), so that the words of a page are
as varied as those of people and no sentence stands there twice. They are harder than most copy in one way: every good
example holds words that its rule looks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from wordfreq import top_n_list

from postlint.datafile import read_source
from postlint.packs import shipped_folder

LANGS = ("nl", "en")
LISTED = 40_000
WRONG_PAGES, WRONG = 0.25, 0.16
"""The share of pages that hold bad examples, and that of sentences there which are: a finding in 1,500 characters."""
CHANGED = 0.25
_MARKS = re.compile(r"\[\[|\]\]")
_LONGER = re.compile(r"\b[a-z]{5,}\b")


def made_pages(size: int, lang: str, length: int = 4_500) -> Iterator[str]:
    """Pages in `lang` of about `length` characters each, `size` together."""
    draw = Random(f"{lang} pages")  # noqa: S311 - no secret
    good, bad, listed = examples("good", lang), examples("bad", lang), _listed(lang)
    made = 0
    while made < size:
        write = partial(_sentence, draw, good, bad if draw.random() < WRONG_PAGES else good, listed)
        parts = [f"---\ntitle: {_heading(write)}\n---\n", f"# {_heading(write)}\n"]
        while sum(map(len, parts)) < min(length, size - made):
            parts += [f"## {_heading(write)}\n", *_section(draw, write)]
        page = "\n".join(parts)
        made += len(page)
        yield page


def examples(kind: str, lang: str) -> list[str]:
    """The examples of all shipped rules in a language, `good` or `bad`, without those that name a list."""
    rules: Iterator[Any] = (read_source(file).data for file in rule_files(lang))
    texts = (_MARKS.sub("", text) for rule in rules for text in rule.get("examples", {}).get(kind, ()) if _plain(text))
    return [text for text in texts if "{" not in text]


def rule_files(lang: str) -> list[Path]:
    """The files of the shipped packs in a language, rules and lists, in order."""
    return sorted(shipped_folder().glob(f"*/*/*.{lang}.yaml"))


def _plain(text: object) -> bool:
    return isinstance(text, str) and "\n" not in text


def _listed(lang: str) -> list[str]:
    return [word for word in top_n_list(lang, LISTED) if word.isalpha() and len(word) > 4]


def _sentence(draw: Random, good: list[str], bad: list[str], listed: list[str]) -> str:
    """A good example, or now and then a bad one, in which some of the longer words are others."""

    def another(word: re.Match[str]) -> str:
        return listed[int(len(listed) ** draw.random()) - 1] if draw.random() < CHANGED else word[0]

    return _LONGER.sub(another, draw.choice(good)) if draw.random() > WRONG else draw.choice(bad)


def _heading(write: partial[str]) -> str:
    return " ".join(re.findall(r"\w+", write())[:5])


def _section(draw: Random, write: partial[str]) -> Iterator[str]:
    """Some paragraphs, and what often comes after them: a list, a table, an image, code."""
    for _ in range(draw.randint(2, 4)):
        yield " ".join(_marked(draw, write()) for _ in range(draw.randint(2, 5))) + "\n"
    match draw.randrange(4):
        case 0:
            yield "".join(f"- {write()}\n" for _ in range(draw.randint(3, 6)))
        case 1:
            rows = "".join(f"| {_heading(write)} | {write().replace('|', '/')} |\n" for _ in range(draw.randint(2, 5)))
            yield f"| A | B |\n| --- | --- |\n{rows}"
        case 2:
            yield f"![{_heading(write)}](foto.jpg)\n"
        case _:
            yield "```\nmake all && ./install --now\n```\n"


def _marked(draw: Random, sentence: str) -> str:
    """The sentence, now and then with a link or emphasis on a word."""
    words = sentence.split(" ")
    at = draw.randrange(len(words))
    if words[at].isalpha() and draw.random() < 0.3:
        words[at] = draw.choice(("**{}**", "*{}*", "[{}](https://www.example.org/pagina)")).format(words[at])
    return " ".join(words)
