"""Which readers a configuration asks for, and what is wrong with it; a key is shown nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from postlint.config import Config, load_config, readers_of
from postlint.errors import InputErrors

HERE = 'llm = "http://127.0.0.1:11434/v1"\nmodel = "tiny"'
ELSEWHERE = 'llm = "https://llm.duinveen.nl/v1"\nmodel = "tiny"'


def load(folder: Path, text: str) -> Config:
    path = folder / "postlint.toml"
    path.write_text(f"[reader]\n{text}\n", "utf-8")
    return load_config(path, {})


@pytest.mark.parametrize(
    "keys",
    [
        HERE,
        HERE.replace("127.0.0.1", "localhost"),
        HERE.replace("127.0.0.1", "[::1]"),
        f"{HERE}\nseconds = 5\ncharacters = 500\nown = false",
        f'{HERE}\nkey_variable = "LLM_KEY"',
        f"{ELSEWHERE}\nallow_remote = true",
    ],
)
def test_a_language_model(tmp_path: Path, keys: str) -> None:
    config = load(tmp_path, keys)
    assert config.reader is not None
    assert config.reader.reads
    assert readers_of(config) is None
    on = readers_of(load(tmp_path, f"{keys}\non = true"))
    assert on is not None
    assert on.llm


@pytest.mark.parametrize(
    ("keys", "place", "told"),
    [
        ('llm = "on"\nmodel = "tiny"', "2:7", "this is not the address of a language model"),
        ('llm = "ftp://localhost/v1"\nmodel = "tiny"', "2:7", "this is not the address"),
        ('llm = "http://localhost:high/v1"\nmodel = "tiny"', "2:7", "this is not the address"),
        ('llm = "http://anja:geheim@localhost/v1"\nmodel = "tiny"', "2:7", "this is not the address"),
        ('llm = "http://localhost/v1?key=geheim"\nmodel = "tiny"', "2:7", "this is not the address"),
        (ELSEWHERE, "2:7", "write allow_remote = true under [reader]"),
        (HERE.replace("127.0.0.1", "10.0.0.7"), "2:7", "drafts are private"),
        (HERE.replace("127.0.0.1", "localhost.duinveen.nl"), "2:7", "drafts are private"),
        ('llm = "http://localhost/v1"', "2:7", "‘model’ is missing beside ‘llm’"),
        ('model = "tiny"', "2:9", "‘llm’ is missing beside ‘model’"),
        ("own = false", "2:7", "nobody reads"),
        (f"{HERE}\nseconds = 0", "4:11", "Write a number from 1 to 600."),
        (f"{HERE}\ncharacters = 10", "4:14", "Write a number from 500 up."),
        (f'{HERE}\nkey_variable = "sk-geheim"', "4:16", "this is not the name of an environment variable"),
        (f'{HERE}\nkey_variable = "geheim"', "4:16", "this is not the name of an environment variable"),
        (f'{HERE}\napi_key = "sk-geheim"', "4:1", "‘api_key’ is not known here"),
        (f"{HERE}\ntemperature = 1", "4:1", "‘temperature’ is not known here"),
    ],
)
def test_what_is_wrong_is_told_at_its_place_and_no_key(tmp_path: Path, keys: str, place: str, told: str) -> None:
    with pytest.raises(InputErrors) as wrong:
        load(tmp_path, keys)
    assert f"postlint.toml:{place}: " in str(wrong.value)
    assert told in str(wrong.value)
    assert "geheim" not in str(wrong.value)
