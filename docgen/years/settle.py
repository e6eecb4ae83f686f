"""A plan becomes next year's text: answers take their places, what is open keeps a TODO comment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from docgen.frozen import dataclass
from docgen.sources.open_points import open_todos
from docgen.years import todos
from docgen.years.edits import Edit, edited, line_after
from docgen.years.outcomes import Decision, Moved
from docgen.years.plan import Plan
from docgen.years.source_text import SourceText, Written, as_scalar


@dataclass(frozen=True)
class Settled:
    """Next year's text; ``lines`` gives the line there of an offset in last year's."""

    text: str
    source: SourceText
    edits: tuple[Edit, ...]

    def line(self, offset: int) -> int:
        """The line, counted from 1, of what stood at ``offset``."""
        return line_after(self.source.text, self.edits, offset)

    def line_of(self, moved: Moved) -> int:
        """The line of a year; in a text that was merged as a whole it is looked for."""
        whole = next((one for one in self.edits if one.start <= moved.offset < one.end and "\n" in one.text), None)
        if whole is None:
            return self.line(moved.offset)
        old = self.source.text[moved.offset :][:4]
        words = moved.written.replace(old, moved.new) if moved.new else moved.written
        before = max(whole.text.find(words), 0)
        return self.line(whole.start) + whole.text.count("\n", 0, before)


def settled(plan: Plan, answers: Mapping[str, str], accepted: bool = False) -> Settled:
    """Next year's text.

    ``answers``: the key of a decision → its answer; also any other value by its key. ``accepted``: proposals count as
    answers.
    """
    named = plan.source.named
    given = {named[key].loc for key in answers if key in named}
    # A number that was given whole leaves no question about its serial.
    decisions = [one for one in plan.decisions if one.key in answers or one.at.loc not in given]
    decided = {one.key: _answer(one, answers, accepted) for one in decisions if one.kind != "words"}
    values = [_value(one, decided[one.key], plan) for one in decisions if one.kind != "words"]
    asked = {one.at.loc for one in decisions if one.kind != "words"}
    other = [(named[key], text) for key, text in answers.items() if key in named and named[key].loc not in asked]
    values += [_put(written, as_scalar(text, written.style)) for written, text in other]
    open_ = [(one.at, one.todo) for one in decisions if one.kind == "words" or decided[one.key] is None]
    edits = (*_without(plan.edits, values), *values, *_remarks([*open_, *plan.remarks], plan.source))
    return Settled(edited(plan.source.text, edits), plan.source, edits)


def _answer(decision: Decision, answers: Mapping[str, str], accepted: bool) -> str | None:
    if decision.key in answers:
        return answers[decision.key]
    return decision.proposal if accepted and decision.proposal else None


def _value(decision: Decision, answer: str | None, plan: Plan) -> Edit:
    """The answer where the value stands; while there is none, what is proposed, or nothing."""
    text = (decision.proposal or decision.empty) if answer is None else answer
    return _put(decision.at, as_scalar(decision.form.format(text), decision.at.style if text else ""))


def _put(written: Written, text: str) -> Edit:
    """In place of a value; where nothing was written, a space before it."""
    return Edit(written.start, written.end, f" {text}" if written.start == written.end and text else text)


def _without(edits: Iterable[Edit], values: Iterable[Edit]) -> list[Edit]:
    """Where a whole value is put in, no year within it moves."""
    spans = [(value.start, value.end) for value in values]
    return [one for one in edits if not any(start <= one.start and one.end <= end for start, end in spans)]


def _remarks(open_: Iterable[tuple[Written, str]], source: SourceText) -> Iterator[Edit]:
    """The comments, those of one line behind one another; older ones stay unless they are about the same."""
    by_line: dict[tuple[int, int], list[str]] = {}
    for written, todo in open_:
        by_line.setdefault(source.remark_at(written), []).append(todo)
    for (start, end), new in by_line.items():
        subjects = {todos.subject(todo) for todo in new}
        old = [one.text for one in open_todos(source.text[start:end]) if todos.subject(one.text) not in subjects]
        yield Edit(start, end, "".join(f"  {todos.comment(todo)}" for todo in dict.fromkeys([*old, *new])))
