"""The front matter of a page: YAML between `---` or TOML between `+++`, at its very beginning.

Its title, description and the like are published too, so they are passages; `lang` is the page's language.
"""

from __future__ import annotations

import re

from postlint.datafile import error_at
from postlint.errors import InputErrors, say
from postlint.sources.page import PageBuilder, language
from postlint.sources.written import Remarks, Written, show, toml_strings, yaml_strings

SHOWN = frozenset(
    "title subtitle linktitle description summary excerpt abstract lead intro teaser caption alt tagline "
    "titel ondertitel omschrijving beschrijving samenvatting inleiding onderschrift".split()
)
"""Keys whose text readers get to see, wherever they stand."""
LANGUAGE = ("lang", "language", "locale", "taal")

_BEGIN = re.compile(r"(---|\+\+\+)[ \t]*\r?\n(?=\s*(?:#[^\n]*\n\s*)*(?:[\w\"'.-]+[ \t]*[:=]|\[|---|\+\+\+))")
"""The fence, and below it a key; a line in Markdown, which is written so too, has text below it."""


def read_front_matter(builder: PageBuilder) -> int:
    """Add what is shown of the front matter, and take its language; where it ends. What is wrong in it is kept."""
    text = builder.source
    begin = _BEGIN.match(text)
    if begin is None:
        return 0
    fence = begin[1]
    ending = re.compile(rf"^(?:{re.escape(fence)}|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE).search(text, begin.end())
    if ending is None:
        what, remedy = say("the front matter that begins here does not end"), say("Close it with {fence}.", fence=fence)
        builder.broken(*error_at(builder.file, text, 0, what, remedy, private=True).errors)
        return 0
    read = yaml_strings if fence == "---" else toml_strings
    try:
        strings = list(read(text, builder.file, begin.end(), ending.start()))
    except InputErrors as broken:
        builder.broken(*broken.errors)
        return ending.end()
    for each in strings:
        if len(each.path) == 1 and _key(each) in LANGUAGE:
            builder.lang = language(each.value)
    remarks = Remarks(builder, begin.end(), ending.start())
    for each in strings:
        remarks.of(each, shown=_key(each) in SHOWN)
        if _key(each) in SHOWN:
            show(builder, each)
            builder.end_passage()
    return ending.end()


def _key(each: Written) -> str:
    return str(each.path[-1]).lower() if each.path else ""
