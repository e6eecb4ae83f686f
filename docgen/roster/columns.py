"""A column of a roster: what it is called, what may stand in it, where it goes."""

from __future__ import annotations

from typing import Literal

from docgen.frozen import dataclass

Kind = Literal[
    "line", "text", "date", "phone", "mobile", "email", "number", "choice", "idcard", "creditcode", "postcode", "list"
]
"""What may stand in a cell; ``list`` is several texts with 、 or commas between them."""

Offer = Literal["always", "on request", "never"]

Target = Literal["unit", "field", "override"]


@dataclass(frozen=True)
class Column:
    """One column of a roster.

    ``key`` is a property of the unit (``name``; ``unit.name`` in a form), a form's field (``team.project``; ``project``
    where it goes into several forms) or a key of the campaign (``deadlines.submission.date``), as ``target`` says.
    ``label`` is its header in a roster that docgen makes; ``aliases`` are other headers that mean it, ``hints`` those
    that mean it only where no better one is there. ``note`` is help for who fills it in, in Chinese as the roster is.
    ``limit`` counts characters as Word does. ``feeds`` are the form fields, ``<annex id>.<field id>``, that the value
    goes into; ``quota`` is the key of the campaign's quota that a number may not exceed. ``offer``: whether it
    is in the roster that docgen makes.
    """

    key: str
    label: str
    aliases: tuple[str, ...] = ()
    kind: Kind = "line"
    required: bool = False
    options: tuple[str, ...] = ()
    multiple: bool = False
    limit: int | None = None
    note: str = ""
    target: Target = "unit"
    feeds: tuple[str, ...] = ()
    quota: str = ""
    offer: Offer = "never"
    hints: tuple[str, ...] = ()
