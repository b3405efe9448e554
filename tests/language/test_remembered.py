from __future__ import annotations

from postlint.language.remembered import Remembered


def test_a_word_is_worked_out_once():
    asked: list[str] = []
    lengths = Remembered(lambda word: asked.append(word) or len(word))
    assert list(map(lengths.__getitem__, ["plan", "brug", "plan"])) == [4, 4, 4]
    assert asked == ["plan", "brug"]


def test_it_holds_so_many_words_at_the_most():
    lengths = Remembered(len, most=2)
    assert [lengths[word] for word in ("a", "bb", "ccc", "a")] == [1, 2, 3, 1]
    assert dict(lengths) == {"ccc": 3, "a": 1}
