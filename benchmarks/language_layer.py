"""The time of the language layer on a post of 280 characters, view by view: `language_layer.py`.

Each view is timed on fresh documents on which those above it have been asked already, so the sum is the whole layer.
Printed are, by language, microseconds a post: the mean over the posts of the least of many rounds. Tables are warm, as
they are from the second check on. The last row is what a check with the rules of `core` asks of the layer, which is
less: a draft is only looked into where a rule can fire.

With the name of a view and a number it only asks for that view (and those above it) so often, for a tool that counts
instructions: the cost of the view is what N more rounds add.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from time import perf_counter
from unittest.mock import patch

from postlint import engine
from postlint.context import Context
from postlint.document import Document, Draft, Span
from postlint.language.assertion import asserts
from postlint.language.identification import identification
from postlint.language.identifiers import identifiers
from postlint.language.moments import moments
from postlint.language.people import people
from postlint.language.readability import readability
from postlint.language.sentences import clauses, sentences
from postlint.language.tokens import tokens

POSTS = {
    "nl": """
        Donderdag 14 mei om 19.30 uur praten we in buurthuis De Schakel over het nieuwe verkeersplan. Wethouder
        Bakker is er ook bij. Heb je een vraag of een zorg? Neem die mee, dan zoeken we samen naar een antwoord. Kun
        je niet? Het verslag staat volgende week op onze website. Tot dan! #verkeer

        Vanmorgen viel op de afdeling de stroom uit. De noodvoeding deed wat ze moest doen en niemand liep gevaar,
        maar een paar operaties zijn verschoven. Wie het raakt, is gebeld. We weten nog niet waardoor het kwam en
        zoeken dat uit. Dank aan iedereen die zo rustig bleef, ook 's nachts 💙

        Je had gelijk, het formulier werkte niet op een telefoon. Dat hadden wij zelf moeten merken. Het is nu
        gemaakt: de knop staat onderaan en je hoeft niets dubbel in te vullen. Lukt het nog steeds niet, stuur ons
        dan een berichtje met wat je ziet. Onze collega's kijken dan met je mee, echt waar.
        """,
    "en": """
        On Thursday 14 May at 7.30 pm we'll talk about the new traffic plan at the Old Mill hall. Councillor Baker
        will be there too. Got a question or a worry? Bring it along and we'll look for an answer together. Can't
        make it? Our notes will be on the website next week. See you there! #traffic

        The power went off on our ward this morning. The backup did what it had to do and nobody was in danger, but
        a few operations have moved. Everyone it affects has been called. We don't know yet what caused it and we're
        finding out. Thank you to all who kept calm, through the night as well 💙

        You were right, the form didn't work on a phone. We should have noticed that ourselves. It's mended now: the
        button is at the bottom and you don't have to fill in anything twice. If it still fails, send us a message
        with what you see on your screen. One of our colleagues will look at it with you.
        """,
}
CONTEXT = Context(publish_at=datetime(2026, 5, 8, 9, tzinfo=UTC))
ROUNDS, DOCUMENTS = 200, 5


def posts_in(lang: str) -> list[str]:
    """The posts of `lang`, which a blank line parts, each on one line."""
    return [" ".join(post.split()) for post in POSTS[lang].split("\n\n")]


def ask_assertions(document: Document) -> None:
    """Ask of a word in the middle what rules ask most: is it quoted, is it denied."""
    middle = document.text.index(" ", len(document.text) // 2)
    for name in ("quoted", "negated"):
        asserts(document, Span(middle + 1, middle + 5), name)


VIEWS: dict[str, Callable[[Document], object]] = {
    "tokens": tokens,
    "identification": identification,
    "sentences": sentences,
    "clauses": clauses,
    "moments": moments,
    "people": people,
    "identifiers": identifiers,
    "quoted and negated": ask_assertions,
    "readability": readability,
}
"""In the order in which a check asks for them."""


def main() -> None:
    """Print the times, or ask for one view so often."""
    if len(sys.argv) > 1:
        ask(sys.argv[1], int(sys.argv[2]))
        return
    for lang in POSTS:
        posts = posts_in(lang)
        characters = sum(map(len, posts)) // len(posts)
        print(f"{lang}: {len(posts)} posts of {characters} characters on average, µs a post")
        whole = 0.0
        for name in VIEWS:
            spent = sum(least(name, lang, post) for post in posts) / len(posts) * 1e6
            whole += spent
            print(f"  {name:20}{spent:7.1f}")
        asked = sum(least_of(asked_by_rules(post), lang, post) for post in posts) / len(posts) * 1e6
        print(f"  {'the whole layer':20}{whole:7.1f}\n  {'what core asks of it':20}{asked:7.1f}\n")


def least(name: str, lang: str, post: str) -> float:
    """Seconds that the view takes on a document on which the views above it were asked."""
    return min(mean_time(name, lang, post) for _ in range(ROUNDS))


def mean_time(name: str, lang: str, post: str) -> float:
    """Seconds a document, over a few fresh ones."""
    documents = [read_until(name, lang, post) for _ in range(DOCUMENTS)]
    view = VIEWS[name]
    start = perf_counter()
    for document in documents:
        view(document)
    return (perf_counter() - start) / DOCUMENTS


def asked_by_rules(post: str) -> list[Callable[[Document], object]]:
    """The views of the language layer that a check of the post with the shipped rules asks for, in order."""
    made: list[Document] = []

    class Remembered(Document):
        __slots__ = ()

        def __init__(self, text: str, lang: str, context: Context | None = None) -> None:
            super().__init__(text, lang, context)
            made.append(self)

    linter = engine.Linter()
    linter.check(Draft(post, CONTEXT))
    with patch.object(engine, "Document", Remembered):
        linter.check(Draft(post, CONTEXT))
    asked = [view for view in made[0]._views if view.__module__.startswith("postlint.language")]  # noqa: SLF001 — what was asked
    found = (getattr(import_module(view.__module__), view.__name__, None) for view in asked)
    return [view for view in found if view is not None]


def least_of(views: list[Callable[[Document], object]], lang: str, post: str) -> float:
    """Seconds that all of `views` take on a fresh document."""

    def once() -> float:
        documents = [Document(post, lang, CONTEXT) for _ in range(DOCUMENTS)]
        start = perf_counter()
        for document in documents:
            for view in views:
                view(document)
        return (perf_counter() - start) / DOCUMENTS

    return min(once() for _ in range(ROUNDS))


def read_until(name: str, lang: str, post: str) -> Document:
    """A fresh document on which all views above `name` were asked."""
    document = Document(post, lang, CONTEXT)
    for above, view in VIEWS.items():
        if above == name:
            break
        view(document)
    return document


def ask(name: str, times: int) -> None:
    """Ask for the view, and those above it, on fresh documents."""
    for _ in range(times):
        for lang in POSTS:
            for post in posts_in(lang):
                VIEWS[name](read_until(name, lang, post))


if __name__ == "__main__":
    main()
