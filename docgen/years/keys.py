"""What becomes of each key of a campaign when the year moves: one table, ``TREATMENTS``, read from the top."""

from __future__ import annotations

from typing import Literal

from docgen.sources.source_map import Loc

Treatment = Literal[
    "name",  # a name with the year in it moves
    "year",  # is the year
    "number",  # a document number written as one text: its year moves, its serial number is emptied
    "once",  # valid once: emptied
    "day",  # a day: a new one is proposed
    "basis",  # a document that the notice rests on: emptied if it is one of that year
    "basis title",  # its title: moves with it
    "form",  # a form: next year's own is made of it
    "superior",  # the superior's campaign: next year's, if there is one
    "file",  # a file beside the campaign: stays, a person decides
    "past",  # another's words of that year: stay
    "fixed",  # no year at all, whatever it looks like
    "fact",  # a value of any kind
    "words",  # what is printed: the rules of ``docgen.years.rules`` decide
]

TREATMENTS: tuple[tuple[str, Treatment], ...] = (
    ("id", "name"),
    ("year", "year"),
    ("number", "number"),
    ("number.year", "year"),
    ("number.serial", "once"),
    ("number.code", "fixed"),
    ("issued", "once"),
    ("imprint.printed", "once"),
    ("basis.*.number", "basis"),
    ("basis.*.issued", "basis"),
    ("basis.*.title", "basis title"),
    ("basis.*.issuer", "fixed"),
    ("deadlines.*.date", "day"),
    ("deadlines.*.time", "fixed"),
    ("facts.*", "fact"),
    ("annexes.*.form", "form"),
    ("annexes.*.id", "fixed"),
    ("attached.**", "past"),
    ("superior", "superior"),
    ("units", "file"),
    ("body_file", "file"),
    ("columns.**", "fixed"),
    ("contacts.**", "fixed"),
    ("copy_number", "fixed"),
    ("look", "fixed"),
    ("**", "words"),
)
"""The way to a value (``*`` one step, ``**`` any number) and what becomes of it."""


def treatment_of(loc: Loc) -> Treatment:
    """What becomes of the value at ``loc``."""
    return next(treatment for pattern, treatment in TREATMENTS if _fits(pattern.split("."), loc))


def _fits(pattern: list[str], loc: Loc) -> bool:
    if pattern[-1] == "**":
        head = pattern[:-1]
        return len(loc) >= len(head) and all(_same(*pair) for pair in zip(head, loc, strict=False))
    return len(pattern) == len(loc) and all(_same(*pair) for pair in zip(pattern, loc, strict=True))


def _same(wanted: str, step: str | int) -> bool:
    return wanted in ("*", str(step))
