"""Which forms a lemma has, which lemma a form has, and what a compound is a kind of, in Dutch and English.

Rules of spelling and tables of irregular words propose; evidence disposes: simplemma's dictionary (which lemma a form
belongs to) and wordfreq (whether a form is written at all). Both are loaded on first use: this runs when a pack is
compiled, never while a draft is checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from postlint.language import dutch, english


@dataclass(frozen=True, slots=True)
class Inflections:
    """All forms of a lemma, in small letters and normal spelling.

    `forms` are single words, the lemma among them. `apart` holds for a verb that comes apart the finite forms and the
    particle that follows later in the clause (`kom`, `komt`, `kwam` … `terug`). `multiword` holds forms of several
    words in a row (`terug te komen`, `terug is gekomen`, `held off`).
    """

    forms: frozenset[str]
    apart: tuple[tuple[frozenset[str], str], ...] = ()
    multiword: frozenset[str] = frozenset()

    def __or__(self, other: Inflections) -> Inflections:
        """The forms of either."""
        apart = tuple(dict.fromkeys(self.apart + other.apart))
        return Inflections(self.forms | other.forms, apart, self.multiword | other.multiword)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of the written words of one language."""

    lemmas: Mapping[str, str]
    lang: str

    def lemma(self, form: str) -> str | None:
        """The lemma simplemma gives `form`, in small letters."""
        # Adjectives of countries (Nederlandse) stand there with a capital, and so do names, which are not wanted.
        found = self.lemmas.get(form) or (self.lemmas.get(form.capitalize()) if form.endswith("se") else None)
        return None if found is None else _joined(form, *found.lower().split("_"))

    def frequency(self, form: str) -> float:
        """Zipf frequency of `form`: 3 is once per million words, 0 unseen."""
        from wordfreq import zipf_frequency

        return zipf_frequency(form, self.lang)

    def supports(self, form: str, lemma: str) -> bool:
        """Whether `form` is written and belongs to `lemma` or to no other word."""
        found = self.lemma(form)
        return found == lemma or (found is None and self.frequency(form) >= 1.5)

    def best(self, candidates: Iterable[str], lemma: str) -> list[str]:
        """The candidates that belong to `lemma`, and the likeliest where it is far more written than those.

        Without such evidence: the most written of the candidates, the likeliest (the first) if none is written.
        """
        ordered = list(dict.fromkeys(candidates))
        known = [form for form in ordered if self.lemma(form) == lemma]
        if not known:
            free = [form for form in ordered if not self._is_infinitive(form)]
            least = self.frequency(lemma) - 3.5
            return [
                form for form in [max(free, key=self.frequency, default="")] if form and self.frequency(form) >= least
            ]
        top = max(map(self.frequency, known))
        return [
            form
            for form in ordered
            if (form in known and self.frequency(form) >= top - 2.5)
            or (form == ordered[0] and self.frequency(form) > top + 0.5)
        ]

    def _is_infinitive(self, form: str) -> bool:
        """Whether `form` is a lemma itself with a past or participle about as usual: danken, but not koppen."""
        if self.lemma(form) != form or self.lang != "nl":
            return False
        base = next((rest for each in dutch.particles() if (rest := form.removeprefix(each)) != form), "")
        if dutch.irregular_verb(base):
            return True
        verbs = [verb] if (verb := dutch.irregular_verb(form)) else dutch.regular_verbs(form)
        stands = [self.frequency(each) for verb in verbs for each in (verb.finite | verb.participles) - {form}]
        return max(stands, default=0.0) > self.frequency(form) - 0.5

    def spellings(self, candidates: Iterable[str]) -> list[str]:
        """The usual ones of spellings that mean the same: travelled and traveled, but stopped alone."""
        ordered = list(dict.fromkeys(candidates))
        top = max(map(self.frequency, ordered), default=0.0)
        return [form for form in ordered if self.frequency(form) >= top - 1]

    def overshadowed(self, form: str, lemma: str, by: float = 1.0) -> bool:
        """Whether `form` is another word first: simplemma says so and it is `by` more frequent than `lemma`."""
        return self.lemma(form) not in (None, lemma) and self.frequency(form) > self.frequency(lemma) + by


def _joined(form: str, *parts: str) -> str:
    """The lemma of `form` from its parts, with what links them in `form`: raad, vergadering -> raadsvergadering."""
    whole = "".join(parts)
    if len(parts) == 1 or form.startswith(whole[:-2]):
        return whole
    for link in ("s", "en", "e"):
        if form.startswith("".join(parts[:-1]) + link + parts[-1][0]):
            return "".join(parts[:-1]) + link + parts[-1]
    return whole


@lru_cache(maxsize=2)
def evidence(lang: str) -> Evidence:
    """The evidence for `lang`, loaded once."""
    from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

    return Evidence(DEFAULT_DICTIONARY_FACTORY.get_dictionary(lang), lang)


_JOINTS = str.maketrans("", "", " -'’")


@lru_cache(maxsize=4096)
def inflections(lemma: str, lang: str) -> Inflections:
    """All forms of `lemma` in `lang` (nl or en); of every part of speech the word can have."""
    word = " ".join(lemma.lower().split())
    if len(word) < 2 or not word.translate(_JOINTS).isalpha():
        return Inflections(frozenset([word]))
    return _dutch(word) if lang == "nl" else _english(word)


def _dutch(word: str) -> Inflections:
    if " " in word:
        verb = _dutch_verb(word.replace(" ", ""))
        return (verb if verb and verb.apart else Inflections(frozenset())) | Inflections(
            frozenset(), (), frozenset([word])
        )
    whole = Inflections(frozenset([word]))
    verb = _dutch_verb(word)
    if verb is not None and (verb.apart or dutch.irregular_verb(word) or not _is_rather_noun(word, verb)):
        return whole | verb | Inflections(_nominal_plural(word))
    if _is_closed(word):
        return whole
    adjective = _dutch_adjective(word)
    return whole | Inflections(adjective | _dutch_noun(word, certain=not adjective))


def _is_closed(word: str) -> bool:
    return word in dutch.invariable()


def _nominal_plural(infinitive: str) -> frozenset[str]:
    """`levens`, `wezens`: an infinitive that became a noun."""
    known = evidence("nl")
    plural = infinitive + "s"
    return frozenset([plural] if known.supports(plural, infinitive) and known.frequency(plural) > 3 else [])


def _is_rather_noun(word: str, verb: Inflections) -> bool:
    """Whether what could be an infinitive is a noun in -en first: wapen, jongen, genoegen."""
    known = evidence("nl")
    stands = [known.frequency(form) for form in verb.forms - {word} if known.lemma(form) == word]
    return bool(_nominal_plural(word)) and known.frequency(word + "s") > max(stands, default=0.0) + 0.5


def _dutch_verb(word: str) -> Inflections | None:
    split = _particle_and_verb(word)
    whole = None if split and word not in dutch.inseparable()[1] else _whole_verb(word, coined=True)
    if split is None and whole is None:
        return None
    found = Inflections(frozenset())
    if split is not None:
        particle, base = split
        joined, spaced = dutch.together(particle, base)
        participles = {particle + form for form in base.participles}
        forms = frozenset(form for form in joined if form in participles or not _is_other_word(form, word, by=0.0))
        found |= Inflections(forms, ((base.finite, particle),), spaced)
    if whole is not None:
        strong = frozenset(form for form in whole.participles if form.endswith("en"))
        kept = {form for form in whole.finite | dutch.agreeing(whole) if not _is_other_word(form, word, by=0.9)}
        found |= Inflections(strong | kept)
    return found


def _is_other_word(form: str, infinitive: str, by: float) -> bool:
    """Whether a verb's form is better known as another word: school (schuilen), geluid (luiden), verschillende."""
    if form == infinitive or form == infinitive.removesuffix("en") + "t":
        return False
    adjective = form.removesuffix("e").endswith("end")
    return evidence("nl").overshadowed(form, infinitive, min(by, 0.2) if adjective else by)


def _particle_and_verb(word: str) -> tuple[str, dutch.Verb] | None:
    never, both = dutch.inseparable()
    if word in never or word in dutch.irregular_verbs():
        return None
    for particle in dutch.particles():
        base = word.removeprefix(particle)
        if base == word or len(base) < 4:
            continue
        verb = _whole_verb(base)
        if verb is None:
            continue
        if word in both or _comes_apart(word, particle, verb):
            return particle, verb
    return None


def _comes_apart(word: str, particle: str, verb: dutch.Verb) -> bool:
    known = evidence("nl")
    apart = max((known.frequency(particle + form) for form in verb.participles), default=0.0)
    whole = max((known.frequency(form) for each in dutch.regular_verbs(word) for form in each.participles), default=0.0)
    attested = any(known.lemma(particle + form) == word for form in verb.participles)
    return (attested or apart > 0 or whole == 0) and apart + attested >= whole


def _whole_verb(word: str, *, coined: bool = False) -> dutch.Verb | None:
    """`word` as a verb that stays whole: known from a table or by evidence, or `coined` and unknown."""
    found = dutch.irregular_verb(word) or _under_particle(word)
    if found is not None or not word.endswith(("en", "ën")) or len(word) < 4:
        return found
    known = evidence("nl")
    readings = dutch.regular_verbs(word)
    best = max(readings, key=lambda verb: sum(_weight(form, word) for form in verb.finite | verb.participles))
    support = [form for form in (best.finite | best.participles) - {word} if known.supports(form, word)]
    return best if len(support) >= 2 or (coined and known.lemma(word) is None and not support) else None


def _under_particle(word: str) -> dutch.Verb | None:
    """A verb that keeps its particle: ondernemen, onderneemt, ondernomen."""
    if not any(word in verbs for verbs in dutch.inseparable()):
        return None
    bases = ((particle, word.removeprefix(particle)) for particle in dutch.particles() if word.startswith(particle))
    return next((dutch.prefixed(particle, verb) for particle, base in bases if (verb := _whole_verb(base))), None)


def _weight(form: str, lemma: str) -> float:
    known = evidence("nl")
    return known.frequency(form) + 3 * (known.lemma(form) == lemma)


def _dutch_adjective(word: str) -> frozenset[str]:
    known = evidence("nl")
    odd = dutch.irregular_degrees().get(word)
    bent = known.best(dutch.with_e(word), word)
    if odd is not None:
        return frozenset(bent) | frozenset(odd)
    if not _looks_adjective(word, bent):
        return frozenset()
    degrees = [form for stem in dutch.comparative(word) for form in (stem, stem + "e", stem + "s")]
    top = dutch.superlative(word)
    most = {top} if known.lemma(top + "e") == word and known.frequency(top) <= known.frequency(word) else set()
    optional = [*degrees, top, top + "e", top + "en", word + "s", *(form + "n" for form in bent)]
    return frozenset(bent) | most | {form for form in optional if known.lemma(form) == word}


def _looks_adjective(word: str, bent: list[str]) -> bool:
    known = evidence("nl")
    if word in dutch.adjectives() or word.endswith(dutch.ADJECTIVE_ENDINGS):
        return True
    if word in dutch.irregular_plurals():
        return False
    least = max(2.0, known.frequency(word) - 1.3)
    return any(known.supports(form, word) and known.frequency(form) >= least for form in bent)


def _dutch_noun(word: str, *, certain: bool) -> frozenset[str]:
    known = evidence("nl")
    many = _dutch_plurals(word)
    certain = certain or word in dutch.irregular_plurals()
    small = [form for form in dutch.diminutives(word) if _is_diminutive(form, word)]
    if not certain and not any(known.lemma(form) == word and known.frequency(form) > 2.5 for form in [*many, *small]):
        return frozenset()
    return frozenset([*many, *small, *(form + "s" for form in small)])


def _is_diminutive(form: str, word: str) -> bool:
    known = evidence("nl")
    if form in dutch.NOT_SMALL:
        return False
    itself = known.lemma(form) == form and known.frequency(form) < known.frequency(word)
    return itself or known.supports(form, word)


def _dutch_plurals(word: str) -> list[str]:
    known = evidence("nl")
    irregular = dutch.irregular_plurals()
    if word in irregular:
        return irregular[word]
    for length in range(2, len(word) - 1):
        tail = word[length:]
        found = [word[:length] + plural for plural in irregular.get(tail, [])]
        if found and (
            any(known.supports(form, word) for form in found) or (compound_head(word, "nl") or "").endswith(tail)
        ):
            return [form for form in found if known.supports(form, word)] or found
    return known.best(dutch.plurals(word), word)


def _english(word: str) -> Inflections:
    if " " in word:
        return _phrasal(*word.split(" ", 1))
    if word in english.FUNCTION_WORDS:
        return Inflections(frozenset([word]))
    return Inflections(frozenset([word]) | _english_verb(word) | _english_noun(word) | english.degrees(word))


def _phrasal(verb: str, particle: str) -> Inflections:
    finite = frozenset([verb]) | _english_verb(verb)
    return Inflections(frozenset(), ((finite, particle),), frozenset(f"{form} {particle}" for form in finite))


def _english_verb(word: str) -> frozenset[str]:
    known = evidence("en")
    odd = english.irregular_verbs().get(word)
    if odd is not None and english.is_listed_whole(word):
        return odd
    past, gerund = known.spellings(english.past(word)), known.spellings(english.gerund(word))
    if odd is not None:
        listed = any(form.endswith("ing") for form in odd)
        return odd | {english.with_s(word)} | (frozenset() if listed else frozenset(gerund))
    return frozenset([english.with_s(word), *gerund, *past]) if _is_english_verb(word, past, gerund) else frozenset()


def _is_english_verb(word: str, past: list[str], gerund: list[str]) -> bool:
    """Whether both regular forms are written often enough beside the word itself to be its own."""
    known = evidence("en")
    if known.frequency(word) < 2 and known.lemma(word) in (None, word):
        return len(word) > 3
    least = max(1.0, known.frequency(word) - 2.7)
    return all(any(known.frequency(form) >= least for form in forms) for forms in (past, gerund))


def _english_noun(word: str) -> frozenset[str]:
    """Plural and possessive, where they are written."""
    known = evidence("en")
    listed = english.irregular_plurals().get(word)
    if listed is None and (
        english.degrees(word) or (word in english.irregular_verbs() and english.is_listed_whole(word))
    ):
        return frozenset()
    many = listed or [form for form in [english.with_s(word)] if known.supports(form, word)]
    coined = known.frequency(word) < 2 and known.lemma(word) in (None, word)
    owner = [word + "'s"] if coined or known.frequency(word + "'s") >= 1.5 else []
    return frozenset([*many, *owner, *([english.with_s(word)] if coined else [])])


def lemma(word: str, lang: str) -> str:
    """The likeliest lemma of `word`, in small letters; without its sentence, verb and noun are guessed."""
    import simplemma

    form = word.lower()
    if len(form) < 2 or not form.translate(_JOINTS).isalpha():
        return form
    listed = _listed_lemmas(lang).get(form)
    if listed is not None:
        return listed
    found = (_of_separable(form) if lang == "nl" else None) or evidence(lang).lemma(form)
    if found is None:
        return _joined(form, *simplemma.lemmatize(form, lang).lower().split("_"))
    if lang == "nl" and found != form and (_is_infinitive(form, found) or _is_singular(form)):
        return form
    return found


def _of_separable(form: str) -> str | None:
    """The verb of a participle with its ge- inside: uitgevoerd, aangelegde."""
    known = evidence("nl")
    for particle in dutch.particles():
        rest = form.removeprefix(particle)
        if form.startswith(particle + "ge") and (base := known.lemma(rest)):
            whole = particle + base
            if base.endswith("n") and not base.startswith("ge") and known.frequency(whole) >= 1.5:
                return whole
    return None


@lru_cache(maxsize=2)
def _listed_lemmas(lang: str) -> dict[str, str]:
    return {row[0]: row[1] for row in dutch.table(f"lemmas.{lang}")}


def _is_infinitive(form: str, noun: str) -> bool:
    """Whether `form`, which can be a plural of `noun`, is rather a verb: tekenen, spelen, gebruiken."""
    known = evidence("nl")
    if form in dutch.irregular_verbs():
        return True
    verb = _whole_verb(form)
    if verb is None:
        return False
    stands = [known.frequency(each) for each in verb.finite | verb.participles if known.lemma(each) == form]
    return max(stands, default=0.0) > known.frequency(noun) - 0.3


def _is_singular(form: str) -> bool:
    """Whether `form` has a plural or diminutive of its own: start, kaart, reden."""
    known = evidence("nl")
    if form.endswith("je") or form in dutch.irregular_finite():
        return False
    own = [*dutch.plurals(form), *dutch.diminutives(form)[:1]]
    return any(known.lemma(each) == form and known.frequency(each) > 2.5 for each in own)


def compound_head(word: str, lang: str) -> str | None:
    """What the compound `word` is a kind of (wijkwethouder: wethouder), or None where it is no compound of two words.

    The head is the longest that is a word of its own, as a lemma; -s-, -e-, -en- and a hyphen may link the parts.
    """
    form = word.lower()
    first, hyphen, last = form.rpartition("-")
    if hyphen:
        return lemma(last, lang) if first and evidence(lang).lemma(last) else None
    for length in range(3, len(form) - 2):
        head = form[length:]
        if _is_head(head, lang) and any(
            _is_modifier(left, form, head, lang) for left in _unlinked(form[:length], lang)
        ):
            return lemma(head, lang)
    return None


def _unlinked(left: str, lang: str) -> list[str]:
    links = ("", "s", "en", "e", "n") if lang == "nl" else ("", "s")
    return [left.removesuffix(link) for link in links if left.endswith(link)]


def _is_head(head: str, lang: str) -> bool:
    known = evidence(lang)
    closed = dutch.invariable() | dutch.NO_HEADS if lang == "nl" else english.FUNCTION_WORDS | english.NO_HEADS
    enough = 2.5 if len(head) > 6 else 3.0 if len(head) > 4 else 3.6
    if len(head) < 4 and lang == "en":
        return False
    return head not in closed and known.lemma(head) is not None and known.frequency(head) >= enough


def _is_modifier(left: str, form: str, head: str, lang: str) -> bool:
    """Whether `left` is a word that can stand before `head`: neither part is rarer than the whole."""
    known = evidence(lang)
    closed = dutch.invariable() | dutch.PREFIXES if lang == "nl" else english.FUNCTION_WORDS
    if len(left) < 3 or left in closed or known.lemma(left) is None:
        return False
    weakest = min(known.frequency(left), known.frequency(head))
    return weakest >= 2.5 and known.frequency(form) <= weakest + 0.3
