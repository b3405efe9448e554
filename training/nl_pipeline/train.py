"""Train the Dutch pipeline: `make model-nl`, about half an hour on one core.

The older treebank is annotated in another scheme, which lowers the parser's score where the two are mixed. So it comes
first: some rounds over everything, for the words that it adds, and then rounds over the modern files alone. Of those
rounds the one that does best on the held-out sentences stays, and learns in a few more how people speak of themselves.
The same seed and versions give the same weights.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Literal

from spacy.language import Language
from spacy.training import Example
from spacy.util import load_config, load_model_from_config
from spoken import spoken
from thinc.api import Adam, Optimizer, fix_random_seed
from treebank import Sentence, document, modern_sentences, older_sentences, test_sentences

HERE = Path(__file__).parent
SEED = 20
HELD_OUT = 15
"""One in so many modern sentences is held out to choose the best round by."""
FIRST_ROUNDS, ROUNDS, SPOKEN_ROUNDS = 6, 16, 5
BATCH, DROPOUT = 16, 0.25
META = {
    "name": "postlint",
    "version": "1.0.0",
    "spacy_version": ">=3.8,<4.0",
    "description": "A small Dutch pipeline for postlint: tagger, morphologizer, lemmatizer and parser",
    "author": "The authors of postlint",
    "license": "CC BY-SA 4.0",
    "sources": [
        {"name": "UD Dutch-Alpino and UD Dutch-LassySmall", "license": "CC BY-SA 4.0", "author": "Gosse Bouma et al."}
    ],
}
Older = Literal["none", "tagged", "parsed"]


def train(older: Older, first_rounds: int, rounds: int) -> tuple[Language, list[Sentence]]:
    """The trained pipeline, with the sentences that were held out."""
    fix_random_seed(SEED)
    chance = random.Random(SEED)
    modern = modern_sentences()
    held_out, kept = modern[::HELD_OUT], [one for at, one in enumerate(modern) if at % HELD_OUT]
    before = [] if older == "none" else older_sentences()
    nlp = load_model_from_config(load_config(HERE / "config.cfg"), auto_fill=True)
    nlp.initialize(lambda: [_example(nlp, [sentence]) for sentence in (*kept, *before)])
    optimizer = Adam(0.001, L2=0.01, grad_clip=1.0, use_averages=True, L2_is_weight_decay=True)
    for number in range(first_rounds if before else 0):
        mixed = [*_examples(nlp, kept, chance), *_examples(nlp, before, chance, parsed=older == "parsed")]
        _round(nlp, mixed, optimizer, chance)
        _tell(f"all {number}", measure(nlp, held_out, optimizer))
    best, weights = 0.0, b""
    for number in range(rounds):
        optimizer.learn_rate = 0.001 * (1 - number / rounds)
        _round(nlp, [*_examples(nlp, kept, chance)], optimizer, chance)
        scores = measure(nlp, held_out, optimizer)
        _tell(f"modern {number}", scores)
        if sum(scores.values()) > best:
            best = sum(scores.values())
            with nlp.use_params(optimizer.averages):
                weights = nlp.to_bytes()
    teach_speech(nlp.from_bytes(weights), kept)
    return nlp, held_out


def teach_speech(nlp: Language, sentences: Sequence[Sentence]) -> None:
    """Some last rounds over the sentences and what they are in the first and second person."""
    fix_random_seed(SEED)
    chance = random.Random(SEED)
    optimizer = Adam(0.0004, L2=0.01, grad_clip=1.0, L2_is_weight_decay=True)
    for number in range(SPOKEN_ROUNDS):
        optimizer.learn_rate = 0.0004 * (1 - number / SPOKEN_ROUNDS)
        told = [changed for sentence in sentences if (changed := spoken(sentence, chance)) is not sentence]
        _round(nlp, [*_examples(nlp, [*sentences, *told], chance)], optimizer, chance)


def measure(nlp: Language, sentences: Sequence[Sentence], optimizer: Optimizer | None = None) -> dict[str, float]:
    """Shares that are right, in percent: tokenised by the pipeline, sentence by sentence, punctuation has no heads."""
    examples = [_example(nlp, [sentence]) for sentence in sentences]
    with nlp.use_params(optimizer.averages if optimizer else {}):
        scores = nlp.evaluate(examples)
    names = {"pos_acc": "POS", "morph_acc": "morph", "tag_acc": "tag", "lemma_acc": "lemma", "dep_uas": "UAS"}
    return {name: 100 * scores[key] for key, name in (names | {"dep_las": "LAS"}).items()}


def _example(nlp: Language, sentences: Sequence[Sentence], *, parsed: bool = True) -> Example:
    reference = document(nlp.vocab, sentences, parsed=parsed)
    return Example(nlp.make_doc(reference.text), reference)


def _examples(
    nlp: Language, sentences: Sequence[Sentence], chance: random.Random, *, parsed: bool = True
) -> Iterator[Example]:
    """The sentences in groups of one to three, some as people post them: small letters, no last full stop."""
    at = 0
    while at < len(sentences):
        many = chance.choice((1, 1, 2, 3))
        yield _example(nlp, [_as_posted(one, chance) for one in sentences[at : at + many]], parsed=parsed)
        at += many


def _as_posted(sentence: Sentence, chance: random.Random) -> Sentence:
    if chance.random() < 0.1 and len(sentence) > 1 and sentence[-1].form == ".":
        sentence = sentence[:-1]
    if chance.random() < 0.1:
        sentence = tuple(replace(word, form=word.form.lower()) for word in sentence)
    return sentence


def _round(nlp: Language, examples: list[Example], optimizer: Optimizer, chance: random.Random) -> None:
    chance.shuffle(examples)
    for at in range(0, len(examples), BATCH):
        nlp.update(examples[at : at + BATCH], sgd=optimizer, drop=DROPOUT)


def _tell(name: str, scores: dict[str, float]) -> None:
    print(f"{name:12}", *(f"{key} {value:.1f}" for key, value in scores.items()), flush=True)


def main() -> None:
    """Train, measure on the Alpino test part, and write the pipeline to a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path, help="the folder to write, with SHA256SUMS beside it")
    parser.add_argument(
        "--older", help="what the sentences of 2017 teach", choices=("none", "tagged", "parsed"), default="parsed"
    )
    parser.add_argument("--first-rounds", type=int, default=FIRST_ROUNDS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    nlp, held_out = train(given.older, given.first_rounds, given.rounds)
    _tell("held out", measure(nlp, held_out))
    scores = measure(nlp, test_sentences())
    _tell("Alpino test", scores)
    nlp.meta.update(META, performance={name: round(value, 1) for name, value in scores.items()})
    nlp.to_disk(given.output)
    (given.output.parent / "SHA256SUMS").write_text("".join(_sums(given.output)), encoding="utf-8")


def _sums(folder: Path) -> Iterator[str]:
    """The lines of a file of check sums, as `sha256sum --check` reads it beside the folder."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield f"{sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder.parent).as_posix()}\n"


if __name__ == "__main__":
    main()
