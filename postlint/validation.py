"""From plain data to the dataclasses of postlint: strict, and with all errors at once.

The type hints of the dataclass are the schema. A key is the field's name (`from_` is written `from`); an unknown key
is an error; `null` is a key that was not given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from postlint.context import DEFAULT_TIMEZONE, TimeZone, Words, checked_moment, parse_moment, zone
from postlint.datafile import Keys, Source
from postlint.errors import InputError, InputErrors, Refusal, nearest, quoted, say

T = TypeVar("T")

_SECRET = re.compile("key|secret|token|password", re.IGNORECASE)
"""How keys are called behind which a secret may stand, where it should not."""
SWITCH = "on"
"""The key of a table that `true` or `false` in the table's place sets."""


def build(cls: type[T], source: Source, path: Sequence[str | int] = (), *, timezone: str = DEFAULT_TIMEZONE) -> T:
    """The dataclass that the data at `path` of `source` describes; `InputErrors` with all that is wrong.

    `timezone` is the one in which remedies write their examples.
    """
    reading = _Reading(source, timezone)
    built: T = reading.instance(cls, *_at(source, path))
    reading.finish()
    return built


def given(
    cls: type[Any], source: Source, path: Sequence[str | int] = (), *, timezone: str = DEFAULT_TIMEZONE
) -> dict[str, Any]:
    """The typed values of the keys that are given, for `context.merge`; parts that merge key by key are dicts too."""
    reading = _Reading(source, timezone)
    values = reading.values(cls, *_at(source, path), partial=True)
    reading.finish()
    return values


def _at(source: Source, path: Sequence[str | int]) -> tuple[Any, Keys]:
    data: Any = source.data
    for key in path:
        data = data[key]
    return data, tuple(path)


class Key(NamedTuple):
    """A key of a table: the field it fills, the type it takes and whether it must be given."""

    field: str
    hint: Any
    required: bool


@cache
def keys_of(cls: type[Any]) -> dict[str, Key]:
    """The keys that the table of a dataclass may hold, in order."""
    hints = get_type_hints(cls, include_extras=True)
    return {
        field.name.rstrip("_"): Key(
            field.name, hints[field.name], field.default is MISSING and field.default_factory is MISSING
        )
        for field in fields(cls)
        if field.init
    }


@dataclass
class _Reading:
    """One pass over a source, which gathers errors as it goes."""

    source: Source
    timezone: str

    def __post_init__(self) -> None:
        self.errors: list[InputError] = []

    def finish(self) -> None:
        if self.errors:
            raise InputErrors(*sorted(self.errors, key=lambda error: (error.line, error.column)))

    def refuse(self, path: Keys, what: str, remedy: str, *, of_key: bool = False, secret: bool = False) -> None:
        error = self.source.error(path, what, remedy, of_key=of_key)
        self.errors.append(replace(error, excerpt="") if secret else error)

    def value(self, hint: Any, value: Any, path: Keys, *, partial: bool = False) -> Any:
        """`value` as the type that `hint` names; after an error, something that is thrown away."""
        if hint in SCALARS:
            return self.scalar(SCALARS[hint], value, path)
        if isinstance(hint, type) and issubclass(hint, Enum):
            return self.member(hint, value, path)
        if is_dataclass(hint):
            return self.values(hint, value, path, partial=True) if partial else self.instance(hint, value, path)
        if get_origin(hint) in (Union, UnionType):
            (wanted,) = (part for part in get_args(hint) if part is not NoneType)
            return self.value(wanted, value, path, partial=partial)
        return self.compound(get_origin(hint), get_args(hint), value, path)

    def compound(self, origin: Any, parts: tuple[Any, ...], value: Any, path: Keys) -> Any:
        if origin is Literal:
            return self.choice(parts, value, path)
        if origin is tuple:
            return self.sequence(parts[0], value, path)
        if origin is dict:
            return self.table(parts[1], value, path)
        raise TypeError(f"no way to read {origin}")

    def scalar(self, read: Callable[[Any, str], Any], value: Any, path: Keys) -> Any:
        try:
            return read(value, self.timezone)
        except Refusal as refusal:
            self.refuse(path, refusal.what, refusal.remedy)
            return None

    def choice(self, names: tuple[str, ...], value: Any, path: Keys) -> Any:
        if value not in names:
            what = say("{value} is not one of the choices", value=quoted(value))
            self.refuse(path, what, nearest(str(value), names))
        return value

    def member(self, enumeration: type[Enum], value: Any, path: Keys) -> Any:
        members = {member.name.lower(): member for member in enumeration}
        return members.get(self.choice(tuple(members), value, path))

    def sequence(self, hint: Any, value: Any, path: Keys) -> tuple[Any, ...]:
        if not isinstance(value, list):
            self.refuse(
                path, say("a list belongs here, not {kind}", kind=kind_of(value)), say("Write [ … ] around it.")
            )
            return ()
        return tuple(self.value(hint, item, (*path, index)) for index, item in enumerate(value))

    def table(self, hint: Any, value: Any, path: Keys) -> dict[str, Any]:
        if not isinstance(value, dict):
            self.refuse(path, say("a table belongs here, not {kind}", kind=kind_of(value)), say("Write key and value."))
            return {}
        return {key: self.value(hint, item, (*path, key)) for key, item in value.items()}

    def instance(self, cls: Any, value: Any, path: Keys) -> Any:
        if isinstance(value, bool) and SWITCH in keys_of(cls):
            value = {SWITCH: value}
        before = len(self.errors)
        values = self.values(cls, value, path, partial=False)
        if len(self.errors) > before:
            return None
        try:
            return cls(**values)
        except Refusal as refusal:
            place = (*path, refusal.key) if refusal.key else path
            self.refuse(place, refusal.what, refusal.remedy, secret=refusal.secret)
            return None

    def values(self, cls: Any, value: Any, path: Keys, *, partial: bool) -> dict[str, Any]:
        if not isinstance(value, dict):
            self.refuse(
                path,
                say("a table belongs here, not {kind}", kind=kind_of(value)),
                say("Known here: {names}.", names=", ".join(keys_of(cls))),
            )
            return {}
        known = keys_of(cls)
        found = {}
        for name, item in value.items():
            if name not in known:
                what = say("{key} is not known here", key=quoted(name))
                secret = _SECRET.search(name) is not None
                self.refuse((*path, name), what, _remedy_for_key(name, known), of_key=True, secret=secret)
            elif item is not None:
                found[known[name].field] = self.value(known[name].hint, item, (*path, name), partial=partial)
        for name, key in known.items():
            if key.required and not partial and value.get(name) is None:
                self.refuse(path, say("{key} is missing", key=quoted(name)), say("Add it here."))
        return found


def _remedy_for_key(name: str, known: Mapping[str, Key]) -> str:
    """The nearest key, or the table in which the key belongs."""
    for table, key in known.items():
        if is_dataclass(key.hint) and isinstance(key.hint, type) and name in keys_of(key.hint):
            return say("Write it under {table}.", table=quoted(table))
    return nearest(name, tuple(known))


KINDS: tuple[tuple[type | UnionType, Callable[[], str]], ...] = (
    (NoneType, lambda: say("nothing")),
    (bool, lambda: say("yes or no")),
    (int | float, lambda: say("a number")),
    (str, lambda: say("text")),
    (date | time, lambda: say("a date or time")),
    (list, lambda: say("a list")),
)


def kind_of(value: object) -> str:
    """What a plain value is, in words of the author."""
    for kinds, name in KINDS:
        if isinstance(value, kinds):
            return name()
    return say("a table")


def _text(value: Any, _timezone: str) -> str:
    if not isinstance(value, str):
        remedy = say("Put it between quotation marks.")
        raise Refusal(say("text belongs here, not {kind}", kind=kind_of(value)), remedy)
    check_characters(value)
    return value


def check_characters(text: str) -> None:
    """Refuse text that cannot be written as UTF-8, or that holds a NUL."""
    if "\0" in text:
        raise Refusal(say("this text holds a NUL character"), say("Remove it."))
    try:
        text.encode()
    except UnicodeEncodeError:
        what = say("this text holds half a character (a lone surrogate)")
        raise Refusal(what, say("Write the character whole.")) from None


def _words(value: Any, timezone: str) -> str:
    text = _text(value, timezone)
    if not text.strip():
        raise Refusal(say("there is no text here"), say("Write some, or leave it out."))
    return text


def _whole_number(value: Any, _timezone: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Refusal(say("a whole number belongs here, not {kind}", kind=kind_of(value)), say("Write digits alone."))
    return value


def _yes_no(value: Any, _timezone: str) -> bool:
    if not isinstance(value, bool):
        raise Refusal(say("true or false belongs here"), say("Write true or false, without quotation marks."))
    return value


def _moment(value: Any, timezone: str) -> datetime:
    if isinstance(value, datetime):
        return checked_moment(value, timezone)
    if isinstance(value, date | str):
        return parse_moment(str(value), timezone)
    raise Refusal(
        say("a moment belongs here, not {kind}", kind=kind_of(value)),
        say("Write date, time and offset, as {example}.", example="2026-03-18T09:00+01:00"),
    )


def _day(value: Any, _timezone: str) -> date:
    try:
        if not isinstance(value, datetime):
            return value if isinstance(value, date) else date.fromisoformat(value)
    except (TypeError, ValueError):
        pass
    what = say("{text} is no date", text=quoted(value))
    raise Refusal(what, say("Write year, month and day, as {example}.", example="2026-12-31"))


def _timezone(value: Any, timezone: str) -> str:
    name = _words(value, timezone)
    zone(name)
    return name


SCALARS: dict[Any, Callable[[Any, str], Any]] = {
    str: _text,
    Words: _words,
    int: _whole_number,
    bool: _yes_no,
    datetime: _moment,
    date: _day,
    TimeZone: _timezone,
    object: lambda value, _timezone: value,
}
"""How a value of each simple type is read; a `Refusal` says why it is none."""
