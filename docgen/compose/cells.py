"""A cell of a form: what is printed in it, line by line, and what is to be filled in.

Label and header cells are centred, fields start at the left; a hint stands on a line of its own, below the label or
below the place to write; a guide stands above it.
"""

from __future__ import annotations

from collections.abc import Sequence

from docgen.compose.fields import clean_label, field_of, option_lines, value_of
from docgen.compose.room import Room
from docgen.compose.sign_off import sign_off
from docgen.compose.widths import width_of
from docgen.compose.words import Words
from docgen.document.tree import Align, Cell, CellKind, Field, Line, Role, Span
from docgen.sources.source_map import Loc
from docgen.templates.form_model import AccountLine, CellPlan

__all__ = ["Room", "cell_of"]

BEFORE_SUFFIX = 15
"""Characters before a suffix such as （办）, so that suffixes stand below each other."""


def cell_of(
    plan: CellPlan, column: int, label: str, room: Room, loc: Loc, words: Words, number: int | None = None
) -> Cell:
    """The cell planned at ``loc``; ``label`` names its field, ``number`` is that of a repeated row."""
    kind = _kind(plan)
    fields = _fields(plan, label, loc, words, number)
    lines = _lines(plan, kind, fields, room, loc, words)
    below = sign_off(
        words.line(plan.sign, (*loc, "sign")),
        words.line(plan.seal, (*loc, "seal")),
        words.line(plan.date, (*loc, "date")),
        lines,
        room,
    )
    at_top = kind == "opinion" or plan.kind == "text" or bool(below)
    return Cell(
        kind=kind,
        column=column,
        span=plan.span,
        rows=plan.rows,
        lines=(*lines, *below),
        fields=fields,
        valign=plan.valign or ("top" if at_top else "center"),
    )


def _kind(plan: CellPlan) -> CellKind:
    match plan:
        case CellPlan(label=list()):
            return "label"
        case CellPlan(header=list()):
            return "header"
        case CellPlan(opinion=str()):
            return "opinion"
        case CellPlan(field=str(), options=[_, *_]):
            return "choice"
        case CellPlan(field=str()) | CellPlan(lines=list()):
            return "field"
        case _:
            return "blank"


def _fields(plan: CellPlan, label: str, loc: Loc, words: Words, number: int | None) -> tuple[Field, ...]:
    if plan.field:
        return (field_of(plan, label, loc, words, number),)
    return tuple(
        _account_field(line, (*loc, "lines", index), words, number) for index, line in enumerate(plan.lines or ())
    )


def _account_field(line: AccountLine, loc: Loc, words: Words, number: int | None) -> Field:
    label = clean_label(words.line(line.label, (*loc, "label")))
    name = f"{line.field}_{number}" if number else line.field
    return Field(name, label, value=value_of(name, line.prefill, loc, words, number))


def _lines(
    plan: CellPlan, kind: CellKind, fields: Sequence[Field], room: Room, loc: Loc, words: Words
) -> tuple[Line, ...]:
    """All but the lines for signature, seal and date."""
    centred: Align = plan.align or "center"
    left: Align = plan.align or "left"
    guide = _printed(words.lines(plan.guide or (), (*loc, "guide")), "left")
    hint = words.lines(plan.hint or (), (*loc, "hint"))
    match kind:
        case "label":
            own = _printed(words.lines(plan.label or (), (*loc, "label")), centred)
            return (*guide, *own, *_printed(hint, centred))
        case "header":
            own = _printed(words.lines(plan.header or (), (*loc, "header")), centred, "heiti")
            return (*guide, *own, *_printed(hint, centred))
        case "opinion":
            own = _printed(words.lines([plan.opinion or ""], (*loc, "opinion")), left)
        case "choice":
            boxes = option_lines(plan, fields[0], room.characters, loc, words)
            own = _printed(boxes, left)
        case "field" if plan.lines is not None:
            own = _printed(_account_lines(plan.lines, fields, loc, words), left)
        case "field":
            own = _printed([line for line in fields[0].value.split("\n") if line], left)
        case "blank":
            own = ()
    return (*guide, *own, *_printed(hint, "left"))


def _account_lines(plans: list[AccountLine], fields: Sequence[Field], loc: Loc, words: Words) -> list[str]:
    """``开 户 行：…``; before a suffix there is room to write."""
    lines = []
    for index, (plan, field) in enumerate(zip(plans, fields, strict=True)):
        at = (*loc, "lines", index)
        text = words.text(plan.label, (*at, "label")) + field.value
        suffix = words.line(plan.suffix, (*at, "suffix"))
        lines.append(text + (room_before_suffix(text) + suffix if suffix else ""))
    return lines


def room_before_suffix(text: str) -> str:
    """Full-width spaces between what a line says and its suffix."""
    return "　" * max(1, round(BEFORE_SUFFIX - width_of(text)))


def _printed(texts: Sequence[str], align: Align, role: Role = "fangsong") -> tuple[Line, ...]:
    return tuple(Line((Span(text, role),), align) for text in texts)
