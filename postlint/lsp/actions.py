"""What an editor offers to do about a finding."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lsprotocol import types

from postlint.errors import quoted, say
from postlint.lsp.drafts import Found, Reading, at, diagnostic
from postlint.lsp.exempting import REASON, Insertion, insertions_for

_SPECIAL = re.compile(r"([\\$}])")

MakeEdit = Callable[[types.TextEdit | types.SnippetTextEdit], types.WorkspaceEdit]
"""Makes the edit of one text, in the form that the editor understands."""


def actions(reading: Reading, wanted: types.Range, edit: MakeEdit, *, snippets: bool) -> Iterator[types.CodeAction]:
    """What can be done about the findings in a range; with `snippets` the cursor comes to stand at the reason."""
    lines = reading.lines
    touched = [*at(reading, lines.offset(wanted.start), lines.offset(wanted.end))]
    for found, insertion in zip(touched, insertions_for(touched, reading), strict=True):
        yield from _replacements(found, reading, edit)
        if insertion is not None:
            yield _exception(found, insertion, reading, edit, snippets=snippets)


def _replacements(found: Found, reading: Reading, edit: MakeEdit) -> Iterator[types.CodeAction]:
    """The suggestions of a finding whose words stand in the file to the letter."""
    finding = found.finding
    if finding.whole or finding.place is None or not finding.place.exact:
        return
    for suggestion in finding.suggestions:
        yield types.CodeAction(
            title=say("Write {suggestion}", suggestion=quoted(suggestion)),
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic(found, reading.lines)],
            is_preferred=len(finding.suggestions) == 1,
            edit=edit(types.TextEdit(reading.lines.range(found.start, found.end), suggestion)),
        )


def _exception(
    found: Found, insertion: Insertion, reading: Reading, edit: MakeEdit, *, snippets: bool
) -> types.CodeAction:
    """The exception that lets a finding be.

    An editor that knows no snippets gets one without a reason, of which the next check says that it does not hold.
    """
    here = reading.lines.position(insertion.offset)
    where = types.Range(here, here)
    if snippets:
        text = _SPECIAL.sub(r"\\\1", insertion.text).replace(REASON, "$1")
        made: types.TextEdit | types.SnippetTextEdit = types.SnippetTextEdit(where, types.StringValue(text))
    else:
        made = types.TextEdit(where, insertion.text.replace(f" {REASON}", ""))
    return types.CodeAction(
        title=say("Let this be, for a reason: {rule}", rule=found.finding.rule),
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(found, reading.lines)],
        edit=edit(made),
    )
