"""What reports in XML share: elements in which no draft can hold what XML may not."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(name: str, attributes: dict[str, str | int], *parts: ET.Element | str) -> ET.Element:
    """An element with its text and children; a character that XML cannot hold becomes �."""
    made = ET.Element(name, {key: legal(str(value)) for key, value in attributes.items()})
    last: ET.Element | None = None
    for part in parts:
        if isinstance(part, ET.Element):
            made.append(part)
            last = part
        elif last is None:
            made.text = (made.text or "") + legal(part)
        else:
            last.tail = (last.tail or "") + legal(part)
    return made


def legal(text: str) -> str:
    """The text with � for each character that XML 1.0 cannot hold."""
    return _ILLEGAL.sub("\ufffd", text)


def written(made: ET.Element) -> str:
    """An element as text, on lines of its own."""
    ET.indent(made)
    return ET.tostring(made, encoding="unicode") + "\n"
