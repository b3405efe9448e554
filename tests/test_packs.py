from __future__ import annotations

import shutil
import stat

import pytest
from conftest import WritePack, rule_text

from postlint import packs
from postlint.checks import features
from postlint.document import Document
from postlint.errors import InputErrors
from postlint.packs import (
    Pack,
    RuleIndex,
    cache_folder,
    content_hash,
    load_pack,
    load_packs,
    pack_folder,
    shipped_packs,
)

PATTERN = "pattern: ['via ifttt']"
FILES = {"role/a.nl.yaml": rule_text("phrases: [dank voor uw bericht]")}


def test_the_core_pack_is_shipped():
    assert "core" in shipped_packs()


@pytest.mark.parametrize("name", shipped_packs())
def test_a_shipped_pack_bears_the_name_of_its_folder(name: str):
    assert pack_folder(name).name == name
    assert load_pack(pack_folder(name)).name == name


@pytest.mark.usefixtures("own_cache")
def test_a_pack_is_compiled_once_and_then_read_from_the_cache(write_pack: WritePack, monkeypatch: pytest.MonkeyPatch):
    folder = write_pack(FILES)
    first = load_pack(folder)
    monkeypatch.setattr("postlint.pack_compiler.compile_pack", None)
    assert [rule.id for rule in load_pack(folder).rules()] == [rule.id for rule in first.rules()] == ["own/role/a"]


@pytest.mark.usefixtures("own_cache")
def test_the_cache_is_the_users_alone_and_holds_whole_files(write_pack: WritePack):
    load_pack(write_pack(FILES))
    (cached,) = cache_folder().iterdir()
    assert stat.S_IMODE(cached.stat().st_mode) & 0o077 == 0
    assert cached.suffix == ".pack"


@pytest.mark.usefixtures("own_cache")
@pytest.mark.parametrize("content", [b"", b"\0garbage", b"[1, 2"])
def test_a_broken_cache_is_compiled_anew(write_pack: WritePack, content):
    folder = write_pack(FILES)
    load_pack(folder)
    (cached,) = cache_folder().iterdir()
    cached.write_bytes(content)
    assert [rule.id for rule in load_pack(folder).rules()] == ["own/role/a"]


def test_any_change_gives_another_hash(write_pack: WritePack):
    folder = write_pack(FILES)
    before = content_hash(folder)
    assert content_hash(folder) == before
    (folder / "lists").mkdir()
    (folder / "lists" / "a.nl.yaml").write_text("entries: [x]\n")
    assert content_hash(folder) != before


def test_a_cache_that_cannot_be_written_is_no_fault(write_pack: WritePack, monkeypatch: pytest.MonkeyPatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(packs, "cache_folder", lambda: tmp_path / "file" / "packs")
    assert [rule.id for rule in load_pack(write_pack(FILES)).rules()] == ["own/role/a"]


def test_missing_packs_are_all_named(write_pack: WritePack):
    with pytest.raises(InputErrors) as raised:
        load_packs(["cor", "./nowhere", write_pack(FILES)])
    first, second = raised.value.errors
    assert "‘cor’" in first.what
    assert "‘core’" in first.remedy
    assert "nowhere" in second.what


def test_a_pack_named_twice_is_loaded_once(write_pack: WritePack):
    folder = write_pack(FILES)
    assert len(load_packs([folder, str(folder)])) == 1


def test_rules_are_looked_up_by_feature_and_by_text(write_pack: WritePack):
    folder = write_pack(FILES | {"role/b.nl.yaml": rule_text("pattern: ['via ifttt']")})
    pack = load_pack(folder)
    assert touched(pack, "nl", "niets") == []
    assert touched(pack, "nl", "Gepost VIA IFTTT") == ["own/role/b"]
    assert touched(pack, "en", "via ifttt") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wij komen.", ["own/role/b"]),
        ("Wij, komen ze ook?", ["own/role/b"]),  # marks between words do not count
        ("Wij blijven, zij komen.", []),
        ("Op de weg.", []),
        ("De weg op de dijk.", ["own/role/d"]),  # in the draft, if not in the order of the phrase
        ("Zij komen.", []),
        ("Nog TODO", ["own/role/c"]),
        ("Nog todo", []),
    ],
)
def test_a_rule_of_common_words_is_looked_up_by_two_of_them(write_pack: WritePack, text, expected):
    rules = {"b": "phrases: [wij komen]", "c": "pattern: ['TODO']\ncase: exact", "d": "phrases: [dijk … weg]"}
    pack = load_pack(write_pack({f"role/{name}.nl.yaml": rule_text(match) for name, match in rules.items()}))
    assert touched(pack, "nl", text) == expected


def touched(pack: Pack, lang: str, text: str) -> list[str]:
    index = RuleIndex([pack])
    return [index.rule(number).id for number in index.touched(lang, features(Document(text, lang)), text, text.lower())]


def test_rules_of_several_packs_are_looked_up_together(write_pack: WritePack):
    one = load_pack(write_pack({"role/a.nl.yaml": rule_text("phrases: [hallo]"), "role/b.nl.yaml": rule_text(PATTERN)}))
    two = load_pack(
        write_pack(
            {
                "role/c.nl.yaml": rule_text("phrases: [hallo, wij komen]"),
                "role/d.nl.yaml": rule_text("measure: words\nover: 3"),
            },
            name="two",
        )
    )
    index = RuleIndex([one, two])
    text = "Hallo, wij komen via ifttt"
    numbers = index.touched("nl", features(Document(text, "nl")), text, text.lower())
    assert [index.rule(number).id for number in numbers] == ["own/role/a", "own/role/b", "two/role/c", "two/role/d"]
    assert one.index("nl")["features"]["hallo"] == [0]  # what is joined is a copy


def test_rules_about_whole_drafts_are_looked_up_by_themselves(write_pack: WritePack):
    whole = {"c": "phrases: [hallo, wij komen]", "d": "measure: words\nover: 3", "e": PATTERN}
    files = {f"role/{name}.nl.yaml": rule_text(match, more="span: whole") for name, match in whole.items()}
    one = load_pack(write_pack({"role/a.nl.yaml": rule_text("phrases: [hallo]"), "role/b.nl.yaml": rule_text(PATTERN)}))
    two = load_pack(write_pack(files | {"role/f.nl.yaml": rule_text("phrases: [wij komen]")}, name="two"))
    index = RuleIndex([one, two])
    text = "Hallo, wij komen via ifttt"
    numbers = index.touched("nl", features(Document(text, "nl")), text, text.lower(), whole=True)
    assert [index.rule(number).id for number in numbers] == ["two/role/c", "two/role/d", "two/role/e"]


def test_rules_are_looked_up_for_several_texts_at_once(write_pack: WritePack):
    files = {
        f"role/{name}.nl.yaml": rule_text(match) for name, match in {"b": PATTERN, "c": "phrases: [hallo]"}.items()
    }
    pack = load_pack(write_pack(files | {"role/d.nl.yaml": rule_text("pattern: ['TODO']\ncase: exact")}))
    texts = ["Hallo", "via", "ifttt", "", "via ifttt, TODO hallo", "todo via IFTTT"]
    known = [features(Document(text, "nl")) for text in texts]
    index = RuleIndex([pack])
    found = index.touched_by_each("nl", known, texts, [text.casefold() for text in texts])
    assert [[index.rule(number).id for number in numbers] for numbers in found] == [
        touched(pack, "nl", text) for text in texts
    ]
    assert [len(numbers) for numbers in found] == [1, 0, 0, 0, 3, 2]


@pytest.mark.usefixtures("own_cache")
def test_an_installed_pack_is_read_as_it_was_built(write_pack: WritePack, monkeypatch: pytest.MonkeyPatch, tmp_path):
    import marshal

    from postlint.pack_compiler import compile_pack

    shipped = tmp_path / "shipped"
    folder = shipped / "rules" / "own"
    shutil.copytree(write_pack(FILES), folder)
    (shipped / "own.pack").write_bytes(marshal.dumps(compile_pack(folder), 4))
    monkeypatch.setattr(packs, "_COMPILED", shipped)
    (folder / "role" / "a.nl.yaml").write_text("broken: [")
    assert shipped_packs() == ["own"]
    assert [rule.id for rule in load_packs(["own"])[0].rules()] == ["own/role/a"]
    assert not cache_folder().exists()
