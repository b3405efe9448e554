"""The rule format: one strict, frozen model for each match kind, and those of a rule, a named list and a pack.

Validation happens when a pack is compiled; a running check never imports this module.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

from postlint.checks.context import JUDGEMENTS
from postlint.checks.like import MARGIN
from postlint.checks.measure import MEASURES
from postlint.checks.signal import SIGNALS
from postlint.errors import nearest, quoted, say
from postlint.language.assertion import ASSERTIONS
from postlint.language.identifiers import IdentifierKind as Kind
from postlint.parts import PARTS
from postlint.reader.impressions import LEAST
from postlint.risks import RISKS

FORMAT = 1


def one_of(names: Collection[str]) -> Callable[[str], str]:
    """A validator that takes one of `names` and otherwise names the nearest."""

    def check(value: str) -> str:
        if value not in names:
            what = say("{name} is not known here", name=quoted(value))
            raise _refused(what, nearest(value, tuple(sorted(names))))
        return value

    return check


def _refused(what: str, remedy: str) -> PydanticCustomError:
    return PydanticCustomError("unknown_name", "{what}|{remedy}", {"what": what, "remedy": remedy})


def enum_of(names: Collection[str]) -> Any:
    """The JSON Schema of a value that is one of `names`."""
    return Field(json_schema_extra={"enum": [*sorted(names)]})


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Risk = Annotated[str, AfterValidator(one_of(RISKS)), enum_of(RISKS)]
Assertion = Annotated[str, AfterValidator(one_of(ASSERTIONS)), enum_of(ASSERTIONS)]
Signal = Annotated[str, AfterValidator(one_of(SIGNALS)), enum_of(SIGNALS)]
Measure = Annotated[str, AfterValidator(one_of(MEASURES)), enum_of(MEASURES)]
Judgement = Annotated[str, AfterValidator(one_of(JUDGEMENTS)), enum_of(JUDGEMENTS)]
IDENTIFIER_KINDS = tuple(kind.value for kind in Kind)
OptionalPart = Annotated[str, AfterValidator(one_of(PARTS)), enum_of(PARTS)]
IdentifierKind = Annotated[str, AfterValidator(one_of(IDENTIFIER_KINDS)), enum_of(IDENTIFIER_KINDS)]


class Model(BaseModel):
    """What all parts of the format share: an unknown key is an error, and nothing changes after loading."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", use_attribute_docstrings=True)


class PhrasesMatch(Model):
    """Words and word groups; read aloud they say what they match."""

    phrases: list[Text] = Field(min_length=1)
    """Each phrase is words, `one|other`, `(optional)`, `[one|of these]`, `…` for a gap, `<word>` for all its forms, and
    `{list}` for the entries of a named list."""
    order: Literal["fixed", "free"] = "fixed"
    """`free`: the items of a phrase may stand in any order within a clause."""
    case: Literal["any", "exact"] = "any"
    """`exact`: what a phrase writes with a capital has the same capitals in the draft."""


class PatternMatch(Model):
    """Regular expressions in RE2 syntax."""

    pattern: Annotated[list[Text], Field(min_length=1)]
    case: Literal["any", "exact"] = "any"
    """`exact`: capitals matter."""


class MeasureMatch(Model):
    """Something that is counted, and the number over which it is too much."""

    measure: Measure
    over: int | float | Literal["channel"]
    """A number, or `channel` for the limit of the draft's own channel."""


class IdentifierMatch(Model):
    """Numbers, addresses and secrets that point to a person or open a door."""

    identifier: Annotated[list[IdentifierKind], Field(min_length=1)]
    certainty: Literal["sure", "possible"] = "sure"
    """`possible`: those whose form alone leaves room for something harmless, and only those."""


class ContextMatch(Model):
    """What only the context tells."""

    context: Judgement


class TextTest(Model):
    """What the text of a token's attribute must be, where one value does not say it."""

    IN: list[Text] = Field(default=[], min_length=1)
    NOT_IN: list[Text] = Field(default=[], min_length=1)
    IS_SUBSET: list[Text] = Field(default=[], min_length=1)
    IS_SUPERSET: list[Text] = Field(default=[], min_length=1)
    INTERSECTS: list[Text] = Field(default=[], min_length=1)
    FUZZY: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _without_expressions(cls, test: Any) -> Any:
        """RE2 cannot hang, but spaCy's REGEX is not RE2."""
        if isinstance(test, dict) and "REGEX" in test:
            raise _refused(say("REGEX cannot stand in a token pattern"), say("Use the kind `pattern`, or IN."))
        return test


class NumberTest(Model):
    """What a number must be compared with others."""

    equal: int | None = Field(None, alias="==")
    unequal: int | None = Field(None, alias="!=")
    at_least: int | None = Field(None, alias=">=")
    at_most: int | None = Field(None, alias="<=")
    more: int | None = Field(None, alias=">")
    less: int | None = Field(None, alias="<")


def _form_of(value: Any) -> str:
    return "test" if isinstance(value, dict | BaseModel) else "value"


TextValue = Annotated[Annotated[Text, Tag("value")] | Annotated[TextTest, Tag("test")], Discriminator(_form_of)]
NumberValue = Annotated[Annotated[int, Tag("value")] | Annotated[NumberTest, Tag("test")], Discriminator(_form_of)]
Repeat = Annotated[str, StringConstraints(pattern=r"^([!?+*]|\{[1-9]\}|\{\d,\d?\}|\{,[1-9]\})$")]


class TokenModel(Model):
    """A token by its attributes, as spaCy's `Matcher` writes it; all that are named must hold."""

    ORTH: TextValue | None = None
    TEXT: TextValue | None = None
    LOWER: TextValue | None = None
    NORM: TextValue | None = None
    SHAPE: TextValue | None = None
    LEMMA: TextValue | None = None
    POS: TextValue | None = None
    TAG: TextValue | None = None
    MORPH: TextValue | None = None
    DEP: TextValue | None = None
    LENGTH: NumberValue | None = None
    SPACY: bool | None = None
    IS_ALPHA: bool | None = None
    IS_ASCII: bool | None = None
    IS_DIGIT: bool | None = None
    IS_LOWER: bool | None = None
    IS_UPPER: bool | None = None
    IS_TITLE: bool | None = None
    IS_PUNCT: bool | None = None
    IS_SPACE: bool | None = None
    IS_BRACKET: bool | None = None
    IS_QUOTE: bool | None = None
    IS_LEFT_PUNCT: bool | None = None
    IS_RIGHT_PUNCT: bool | None = None
    IS_CURRENCY: bool | None = None
    IS_STOP: bool | None = None
    IS_SENT_START: bool | None = None
    LIKE_NUM: bool | None = None
    LIKE_URL: bool | None = None
    LIKE_EMAIL: bool | None = None

    @model_validator(mode="before")
    @classmethod
    def _without_code(cls, token: Any) -> Any:
        """An extension attribute would be code; entities differ from one pipeline to another."""
        keys = token if isinstance(token, dict) else ()
        refused = next((key for key in keys if key == "_" or str(key).startswith("ENT_")), None)
        if refused is not None:
            what = say("{name} cannot stand in a token pattern", name=quoted(refused))
            raise _refused(what, say("Name words and grammar alone; signals stand in `together`."))
        return token


class RepeatedToken(TokenModel):
    """A token of a row, which may be repeated, optional or absent."""

    OP: Repeat | None = None
    """`!` absent, `?` optional, `+` one or more, `*` any number, `{2}`, `{1,3}`."""


class TokensMatch(Model):
    """Rows of tokens by their words and grammar: patterns of spaCy's `Matcher`."""

    tokens: list[Annotated[list[RepeatedToken], Field(min_length=1)]] = Field(min_length=1)


class Node(Model):
    """A token of a sentence's grammar, and how it relates to one named before it."""

    RIGHT_ID: Text
    """The name of this token."""
    RIGHT_ATTRS: TokenModel
    LEFT_ID: Text | None = None
    """The name of an earlier token; the first has none."""
    REL_OP: Literal[
        "<", ">", "<<", ">>", ".", ".*", ";", ";*", "$+", "$-", "$++", "$--",
        ">+", ">-", ">++", ">--", "<+", "<-", "<++", "<--",
    ] | None = None  # fmt: skip
    """How the earlier token stands to this one: `>` is its head, `.` comes right before it."""


class DependencyMatch(Model):
    """Tokens by their place in the grammar of a sentence: patterns of spaCy's `DependencyMatcher`."""

    dependency: list[Annotated[list[Node], Field(min_length=2)]] = Field(min_length=1)


LanguageToolId = Annotated[str, StringConstraints(pattern=r"^[^\s*]+\*?$")]


class LanguageToolChoice(Model):
    """Rules of LanguageTool by their ids, and those left out; `PREFIX_*` is every id that begins so."""

    rules: list[LanguageToolId] = []
    categories: list[Annotated[str, StringConstraints(pattern=r"^[^\s*]+$")]] = []
    """LanguageTool's categories, by id."""
    without: list[LanguageToolId] = []
    slips: bool = False
    """`true`: only where the first suggestion is what was written, but for a letter or two."""

    @model_validator(mode="after")
    def _chooses_something(self) -> Self:
        if not self.rules and not self.categories:
            raise _refused(say("this chooses no rules of LanguageTool"), say("Name `rules` or `categories`."))
        return self


class LanguageToolMatch(Model):
    """What LanguageTool says by the rules that are chosen."""

    languagetool: LanguageToolChoice


class ReaderChoice(Model):
    """How sure a second reader must be."""

    threshold: Annotated[float, Field(ge=LEAST, lt=1)]
    """The probability from which the rule's risk is found; of a hundred impressions at .8 some eighty are right."""


class ReaderMatch(Model):
    """What a second reader sees of the rule's own risk in a draft."""

    reader: ReaderChoice


class Likeness(Model):
    """How like the rule's examples a sentence must be."""

    threshold: Annotated[float, Field(ge=0, lt=1)] = MARGIN
    """How much nearer it must be to a bad example than to every good one; the higher, the fewer findings."""


class LikeMatch(Model):
    """Sentences that are like the rule's own bad examples, and unlike its good ones."""

    like: Likeness


class Together(Model):
    """Members that must be near each other, and members that must be absent there."""

    within: Annotated[int, Field(gt=0, le=100)] | Literal["clause", "sentence", "paragraph", "draft"] = "sentence"
    """How near: in one clause, sentence, paragraph or draft, or within a number of words."""
    all: list[AnyMatch] = Field(min_length=1)
    """What must be there: matches, or signals by their names."""
    none: list[AnyMatch] = []
    """What must be absent."""
    mark: Literal["first", "all"] = "first"
    """What the finding marks: the first member of `all`, or everything from the first to the last."""


class TogetherMatch(Model):
    """Several matches close to each other, with something absent."""

    together: Together


MATCHES: dict[str, type[Model]] = {
    "phrases": PhrasesMatch,
    "pattern": PatternMatch,
    "measure": MeasureMatch,
    "together": TogetherMatch,
    "context": ContextMatch,
    "identifier": IdentifierMatch,
    "tokens": TokensMatch,
    "dependency": DependencyMatch,
    "languagetool": LanguageToolMatch,
    "reader": ReaderMatch,
    "like": LikeMatch,
}


def kind_of(match: Any) -> str | None:
    """The kind of a match: the key that names it; a bare word is a signal."""
    if isinstance(match, str):
        return "signal"
    keys = match.keys() if isinstance(match, dict) else type(match).model_fields
    return next((kind for kind in MATCHES if kind in keys), None)


AnyMatch = Annotated[
    Annotated[PhrasesMatch, Tag("phrases")]
    | Annotated[PatternMatch, Tag("pattern")]
    | Annotated[MeasureMatch, Tag("measure")]
    | Annotated[TogetherMatch, Tag("together")]
    | Annotated[ContextMatch, Tag("context")]
    | Annotated[IdentifierMatch, Tag("identifier")]
    | Annotated[TokensMatch, Tag("tokens")]
    | Annotated[DependencyMatch, Tag("dependency")]
    | Annotated[LanguageToolMatch, Tag("languagetool")]
    | Annotated[ReaderMatch, Tag("reader")]
    | Annotated[LikeMatch, Tag("like")]
    | Annotated[Signal, Tag("signal")],
    Discriminator(
        kind_of,
        custom_error_type="unknown_kind",
        custom_error_message="no kind of match is named here; name one of " + ", ".join(MATCHES),
    ),
]


class WhenModel(Model):
    """The contexts in which a rule stands."""

    channel: list[Literal["x", "mastodon", "bluesky", "linkedin", "facebook", "instagram", "web", "intranet"]] = []
    audience: list[Literal["public", "closed", "internal"]] = []
    voice: list[Literal["own", "organisation"]] = []
    reply: bool | None = None
    """`true`: replies alone; `false`: all but replies."""


class ExampleModel(Model):
    """An example with the context in which it is judged."""

    text: Text
    context: dict[str, Any] = {}


Example = Text | ExampleModel


class Examples(Model):
    """A rule's own tests: drafts in which it finds the span in `[[ ]]`, and drafts in which it is silent."""

    bad: list[Example] = Field(min_length=2)
    """Each gives exactly one finding, on exactly the words in `[[ ]]`, and none once the suggestion is applied."""
    good: list[Example] = Field(min_length=2)
    """Near misses, of which each gives no finding."""


class Only(Model):
    """Why a rule has no twin in the other language."""

    reason: Text


class RuleModel(Model):
    """A rule: what it matches, what it says, when it stands, and the examples that prove it."""

    risk: Risk
    """The risk's id; `postlint risks` lists them."""
    severity: Literal["note", "reconsider", "hold"]
    """How much a finding weighs; from `reconsider` on it asks for another look, and `hold` advises not to post."""
    message: Text
    """What the author sees; `{found}` quotes the draft."""
    why: Text
    """What can go wrong, in a sentence."""
    advice: Text
    """What to do instead."""
    match: AnyMatch
    """What it looks for: one of the kinds of match, or a signal by its name."""
    suggestion: Text | None = None
    """Text that may replace what was found; applied, it silences the rule."""
    fix: bool | Text = False
    """`postlint check --fix` may put the suggestion in place: for all that is found, or for the entries of a list."""
    unless: list[Assertion] = []
    """What silences a match: quoted, negated, reported …"""
    when: WhenModel = WhenModel()
    requires: list[OptionalPart] = []
    """Optional parts without which the rule is inactive."""
    covers: list[Text] = []
    """Rules and risks whose findings at the same place this rule's finding replaces."""
    yields: list[Text] = []
    """Rules and risks whose findings at the same place replace this rule's."""
    span: Literal["match", "first", "whole"] = "match"
    """`first`: of the same words only the first are marked; `whole`: the finding is about the draft as a whole."""
    only: Only | None = None
    """Why the rule has no twin in the other language: `{reason: …}`."""
    examples: Examples


class ListModel(Model):
    """A named list that phrases refer to as `{name}`: entries, or entries with a value for messages (`{value}`)."""

    entries: list[Text] | dict[Text, Text]


class PackModel(Model):
    """A pack: a folder of rules with an owner."""

    format: Literal[1]
    name: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    version: Text
    owner: Text
    languages: Annotated[list[Literal["nl", "en"]], Field(min_length=1)]
    licence: Text
    description: Text


def model_at(data: Any, path: Sequence[str | int], model: type[BaseModel]) -> type[BaseModel]:
    """The model of the part of a file in which the key at the end of `path` stands; `model` is that of the file."""
    models: dict[str, type[BaseModel]] = {
        "": model,
        "when": WhenModel,
        "examples": Examples,
        "together": Together,
        "tokens": RepeatedToken,
        "dependency": Node,
        "RIGHT_ATTRS": TokenModel,
        "languagetool": LanguageToolChoice,
        "reader": ReaderChoice,
        "like": Likeness,
        "only": Only,
        "bad": ExampleModel,
        "good": ExampleModel,
    }
    parents = [step for step in path[:-1] if isinstance(step, str)]
    here = data
    for step in path[:-1]:
        here = here[step]
    around = parents[-1] if parents else ""
    return models.get(around, MATCHES.get(kind_of(here) or "", model))


def description(data: Any, path: Sequence[str | int], model: type[BaseModel]) -> str | None:
    """What the format says of the key at the end of `path`: of a kind of match, else of the key, else of its part."""
    key = str(path[-1])
    around = model_at(data, path, model)
    field = around.model_fields.get(key)
    if field is None:
        return None
    part = around if around is MATCHES.get(key) else field.annotation
    about = part.__doc__ if isinstance(part, type) and issubclass(part, Model) else None
    return "\n\n".join(filter(None, (about, field.description))) or None


def rule_schema() -> dict[str, Any]:
    """The JSON Schema of a rule file, for editors."""
    return RuleModel.model_json_schema() | {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "postlint rule",
    }
