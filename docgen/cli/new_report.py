"""The report of ``docgen new``: what moved, what was worked out, what is left to decide, each by its line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.language import _, ngettext
from docgen.workflow.new import Made, YearLine
from docgen.years.dates import dated, rule_on_screen
from docgen.years.outcomes import Decision
from docgen.years.rules import rule_words
from docgen.years.three_way import Note

EXCERPT = 40
"""Characters of a clause that are shown."""


def report(made: Made) -> Iterator[str]:
    """The lines of the report."""
    yield _("{dest}: made from {source}").format(dest=made.order.dest, source=made.order.source)
    yield from (f"  {path}" for path in made.files if path != made.order.dest)
    yield from _years(made)
    yield from _part(_("Dates by rule:"), (_date(line, one) for line, one in made.dates))
    yield from _part(_("From the superior's campaign:"), _notes(made.notes))
    yield from _part(
        _("To decide, then delete the comment:"), (f"{one.line:>6}  # TODO(docgen) {one.text}" for one in made.todos)
    )


def about(decision: Decision) -> str:
    """What is asked, before the question."""
    if decision.proposed:
        return _("{key}: was {old}; {rule}").format(
            key=decision.key, old=dated(decision.proposed.old), rule=rule_on_screen(decision.proposed)
        )
    return decision.todo


def _part(heading: str, lines: Iterator[str]) -> Iterator[str]:
    """A heading and its lines; nothing if there are none."""
    told = list(lines)
    if told:
        yield from ("", heading, *told)


def _years(made: Made) -> Iterator[str]:
    for file in dict.fromkeys(one.file for one in made.years):
        lines = (_year(one) for one in made.years if one.file == file)
        yield from _part(_("The old year in {file}:").format(file=file), lines)


def _year(one: YearLine) -> str:
    words = {"line": one.line, "written": one.moved.written, "rule": rule_words(one.moved.rule), "new": one.moved.new}
    if one.moved.new is None and one.moved.rule == "once":
        return _("{line:>6}  emptied  {written}: {rule}").format(**words)
    if one.moved.new is None:
        return _("{line:>6}  stays    {written}: {rule}").format(**words)
    return _("{line:>6}  moved    {written} → {new}: {rule}").format(**words)


def _date(line: int, decision: Decision) -> str:
    assert decision.proposed is not None
    return _("{line:>6}  {key}: {old} → {new}: {rule}").format(
        line=line,
        key=decision.key,
        old=decision.proposed.old,
        new=decision.proposed.new,
        rule=rule_on_screen(decision.proposed),
    )


def _notes(notes: Sequence[Note]) -> Iterator[str]:
    """What changed, clause by clause; of what did not change, how much there is."""
    for note in notes:
        if note.kind not in ("local", "still out"):
            yield _note(note)
    if local := sum(note.kind == "local" for note in notes):
        words = ngettext(
            "{n} clause keeps its local wording; the superior's has not changed",
            "{n} clauses keep their local wording; the superior's have not changed",
            local,
        )
        yield "  " + words.format(n=local)
    if out := sum(note.kind == "still out" for note in notes):
        words = ngettext(
            "{n} clause of the superior is left out here, as last year",
            "{n} clauses of the superior are left out here, as last year",
            out,
        )
        yield "  " + words.format(n=out)


def _note(note: Note) -> str:
    ours, theirs = _short(note.ours), _short(note.theirs)
    match note.kind:
        case "taken" if not ours:
            words = _("taken over: {theirs}")
        case "taken":
            words = _("taken over: {theirs} (was: {ours})")
        case "added":
            words = _("added: {theirs}")
        case "joined":
            words = _("both changed, made one: {ours} | {theirs}")
        case "conflict":
            words = _("both changed, both stand there: {ours} | {theirs}")
        case "dropped":
            words = _("dropped, as the superior did: {ours}")
        case "gone":
            words = _("the superior dropped it, it stays here until you decide: {ours}")
        case "left out":
            words = _("not in this campaign, left out: {theirs}")
        case _:
            words = _("moved, as the superior did: {theirs}")
    return "  " + words.format(ours=ours, theirs=theirs)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT else line[: EXCERPT - 1] + "…"
