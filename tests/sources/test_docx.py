from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from postlint.errors import InputErrors
from postlint.sources.docx import read_docx

HEAD = (
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>'
)


def document(body: str, head: str = HEAD) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        archive.writestr("word/document.xml", f"{head}{body}</w:body></w:document>")
    return written.getvalue()


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


CASES = [
    (f"<w:p>{run('Dag ')}{run('allemaal', '<w:b/>')}</w:p><w:p/><w:p>{run('Twee')}</w:p>", ["Dag allemaal", "Twee"]),
    ("<w:p><w:r><w:t>een</w:t><w:br/><w:t>twee</w:t><w:tab/><w:t>drie</w:t></w:r></w:p>", ["een\ntwee\tdrie"]),
    (f"<w:p>{run('blijft ')}<w:del>{run('weg')}</w:del><w:ins>{run('nieuw')}</w:ins></w:p>", ["blijft nieuw"]),
    (f"<w:p>{run('zichtbaar')}{run('geheim', '<w:vanish/>')}</w:p>", ["zichtbaar"]),
    (f"<w:p><w:hyperlink>{run('de link')}</w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>", ["de link"]),
    (f"<w:tbl><w:tr><w:tc><w:p>{run('a')}</w:p></w:tc><w:tc><w:p>{run('b')}</w:p></w:tc></w:tr></w:tbl>", ["a", "b"]),
    (
        (
            f"<w:p>{run('om')}<w:r><mc:AlternateContent><mc:Choice><w:p>{run('vak')}</w:p></mc:Choice>"
            f"<mc:Fallback><w:p>{run('vak')}</w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        ),
        ["vak", "om"],
    ),
]


@pytest.mark.parametrize(("body", "shown"), CASES)
def test_passages(body, shown):
    page = read_docx(document(body), "a.docx")
    assert [passage.span.of(page.text) for passage in page.passages] == shown


def test_places_are_paragraph_and_character():
    page = read_docx(document(f"<w:p>{run('Kop')}</w:p><w:p/><w:p>{run('Zeg ')}{run('het')}</w:p>"), "a.docx")
    at = page.text.index("het")
    place = page.origin.place(at, at + 3)
    assert (place.line, place.column, place.end_column, place.exact) == (3, 5, 8, True)


def bomb() -> bytes:
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name in ("word/document.xml", "word/a.xml", "word/b.xml"):
            archive.writestr(name, b" " * 40_000_000)
    return written.getvalue()


BAD = [
    (bomb(), "unpacks to more than 100 000 000 bytes"),
    (b"geen archief", "no Office file"),
    (document("<w:p>"), "no Word document"),
    (document("", '<!DOCTYPE a [<!ENTITY b "c">]>' + HEAD), "no Word document"),
    (document("")[:60], "no Office file"),
]


@pytest.mark.parametrize(("data", "what"), BAD, ids=["bomb", "no archive", "broken", "entities", "cut off"])
def test_what_is_no_document_is_told(data, what):
    with pytest.raises(InputErrors, match=what):
        read_docx(data, "a.docx")
