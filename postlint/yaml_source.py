"""YAML 1.2 as postlint reads it: plain data only, and the place of every part.

`no`, `on` and dates are text; aliases, tags, duplicate keys and a second document are refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from postlint.datafile import DEPTH_LIMIT, SIZE_LIMIT, Keys, Source, error_at
from postlint.errors import quoted, say

NULL = ("", "~", "null", "Null", "NULL")
BOOLEAN = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
WHOLE_NUMBER = re.compile(r"[-+]?[0-9]{1,18}")
DECIMAL_NUMBER = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]{1,3})?")


def load(text: str, name: str, *, private: bool = False) -> Source:
    """The data of a YAML document; `InputErrors` with the place where it is not one that postlint takes."""
    reading = _Reading(name, text, private)
    if len(text) > SIZE_LIMIT:
        raise reading.error(0, say("the file is too large"), say("Split it."))
    data = reading.document()
    return Source(name, text, data, lambda: reading.offsets, private)


def plain_value(text: str) -> str | int | float | bool | None:
    """What an unquoted scalar means (YAML 1.2 core schema, without infinity, octal and hexadecimal)."""
    if text in NULL:
        return None
    if text in BOOLEAN:
        return BOOLEAN[text]
    if WHOLE_NUMBER.fullmatch(text):
        return int(text)
    if DECIMAL_NUMBER.fullmatch(text):
        return float(text)
    return text


@dataclass
class _Open:
    """A list or mapping that is being read, and the key that waits for its value."""

    container: dict[str, Any] | list[Any]
    path: Keys
    key: str | None = None
    key_offset: int = 0


@dataclass
class _Reading:
    name: str
    text: str
    private: bool
    offsets: dict[Keys, tuple[int, int]] = field(default_factory=dict)
    stack: list[_Open] = field(default_factory=list)
    data: Any = None
    documents: int = 0

    def document(self) -> Any:
        import yaml  # kept off the cold path

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            for event in yaml.parse(self.text, Loader=loader):
                self.take(yaml, event)
        except UnicodeEncodeError as error:
            what = say("half a character (a lone surrogate) stands here")
            raise self.error(error.start, what, say("Write the character whole.")) from None
        except yaml.reader.ReaderError as error:
            what = say("a character stands here that YAML does not allow")
            raise self.error(max(error.position, 0), what, say("Remove it.")) from None
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            what = say("this is not YAML: {problem}", problem=error.problem or error.context)
            raise self.error(
                min(mark.index, len(self.text)) if mark else 0, what, say("Check indentation and quotation marks.")
            ) from None
        return self.data

    def take(self, yaml: Any, event: Any) -> None:
        offset = event.start_mark.index
        match event:
            case yaml.AliasEvent():
                what = say("{name} is an alias", name=quoted("*" + event.anchor))
                raise self.error(offset, what, say("Write the value out, or put the text between quotation marks."))
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    raise self.error(offset, say("a second document begins here"), say("Put it in its own file."))
            case yaml.NodeEvent():
                self.refuse_anchor_and_tag(event, offset)
                self.node(yaml, event, offset)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.stack.pop()

    def refuse_anchor_and_tag(self, event: Any, offset: int) -> None:
        if event.anchor:
            what = say("{name} is an anchor", name=quoted("&" + event.anchor))
            raise self.error(offset, what, say("Remove it, or put the text between quotation marks."))
        if event.tag:
            what = say("{name} is a tag", name=quoted(event.tag))
            raise self.error(offset, what, say("Remove it, or put the text between quotation marks."))

    def node(self, yaml: Any, event: Any, offset: int) -> None:
        parent = self.stack[-1] if self.stack else None
        if parent is not None and isinstance(parent.container, dict) and parent.key is None:
            self.key(parent, event, offset)
            return
        path = self.place(parent, offset)
        if isinstance(event, yaml.ScalarEvent):
            self.put(parent, plain_value(event.value) if event.implicit[0] else event.value)
            return
        if len(self.stack) >= DEPTH_LIMIT:
            raise self.error(offset, say("this lies too deep"), say("Nest less deeply."))
        container: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self.put(parent, container)
        self.stack.append(_Open(container, path))

    def key(self, parent: _Open, event: Any, offset: int) -> None:
        key = getattr(event, "value", None)
        if key is None:
            raise self.error(offset, say("a key must be text"), say("Put the text between quotation marks."))
        if key in parent.container:
            raise self.error(offset, say("{key} stands here twice", key=quoted(key)), say("Keep one of them."))
        parent.key, parent.key_offset = key, offset

    def place(self, parent: _Open | None, offset: int) -> Keys:
        if parent is None:
            path: Keys = ()
            key_offset = offset
        elif parent.key is not None:
            path, key_offset = (*parent.path, parent.key), parent.key_offset
        else:
            path, key_offset = (*parent.path, len(parent.container)), offset
        self.offsets[path] = key_offset, offset
        return path

    def put(self, parent: _Open | None, value: Any) -> None:
        if parent is None:
            self.data = value
        elif isinstance(parent.container, dict):
            parent.container[parent.key or ""] = value
            parent.key = None
        else:
            parent.container.append(value)

    def error(self, offset: int, what: str, remedy: str) -> Exception:
        return error_at(self.name, self.text, offset, what, remedy, private=self.private)
