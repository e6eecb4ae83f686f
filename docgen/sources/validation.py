"""A reading becomes a model, or letters: one for each fault, at the place where the author wrote it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from docgen.diagnostics import Place, Problem
from docgen.sources.faults import WRONG_TYPES, Fault, key_guess
from docgen.sources.fields import fields_at
from docgen.sources.part import Part
from docgen.sources.source_map import Loc, SourceMap
from docgen.sources.strict_yaml import Reading
from docgen.sources.value_reader import PartT, Wrong, read_part


def validate(model: type[PartT], reading: Reading, letter: str) -> tuple[PartT | None, tuple[Problem, ...]]:
    """The model made of what was read, or None and a letter for each fault.

    What the reader itself found wrong is among the letters, in either case.
    """
    part, wrong = read_part(model, reading.data)
    if not wrong:
        return part, reading.problems
    faults = [_fault(model, one, reading.data) for one in wrong]
    letters = [problem_of(fault, reading.sources, letter) for fault in _told_once(faults)]
    return None, in_order([*reading.problems, *letters])


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems as they stand in the file, each once."""
    return tuple(sorted(dict.fromkeys(problems), key=_position))


def path_words(loc: Loc) -> str:
    """The way to a value as an author would write it, list entries counted from 1: ``annexes[2].title``."""
    words = ""
    for step in loc:
        words += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if words else step
    return words


def letter_at(loc: Loc, message: str) -> str:
    """A message with the way to its value before it."""
    return f"{path_words(loc)}: {message}" if loc else message


def _position(problem: Problem) -> tuple[int, int]:
    place = problem.place or Place("")
    return place.line or 0, place.column or 0


def _fault(model: type[Part], wrong: Wrong, data: Any) -> Fault:
    # The keys around an unknown one; the keys of the mapping that should stand here.
    fields = fields_at(model, wrong.loc[:-1] if wrong.kind == "extra_forbidden" else wrong.loc)
    written = _written(wrong.loc, data)
    if wrong.kind == "missing":
        written = (*written, wrong.loc[-1])
    return Fault(wrong.kind, written, wrong.value, wrong.facts, fields, wrong.at_key)


def _written(loc: Loc, data: Any) -> Loc:
    """The way as written: without the list or the mapping that a shorthand stands for."""
    way: list[str | int] = []
    for step in loc:
        known = range(len(data)) if isinstance(data, list) else data if isinstance(data, dict) else ()
        if step in known:
            way.append(step)
            data = data[step]
    return tuple(way)


def _told_once(faults: Sequence[Fault]) -> list[Fault]:
    """Of what is one fault to the author, one letter."""
    return _without_mistyped(_merged(_without_branches(faults)))


def _without_branches(faults: Sequence[Fault]) -> list[Fault]:
    """Where a value fits one branch of a union by its shape, what the others say of its type is noise."""
    deeper = {fault.loc[:length] for fault in faults for length in range(len(fault.loc))}
    return [fault for fault in faults if fault.kind not in WRONG_TYPES or fault.loc not in deeper]


def _merged(faults: Sequence[Fault]) -> list[Fault]:
    """One letter for a value that has the wrong type for each branch of a union: "a text or a list"."""
    told: dict[tuple[Loc, str], Fault] = {}
    for fault in faults:
        key = (fault.loc, "type" if fault.kind in WRONG_TYPES else fault.kind)
        first = told.get(key, fault)
        told[key] = replace(first, wanted=(*first.wanted, fault.kind))
    return list(told.values())


def _without_mistyped(faults: Sequence[Fault]) -> list[Fault]:
    """A key that is missing because it was misspelt is told as unknown only."""
    meant = {(fault.loc[:-1], key_guess(fault)) for fault in faults if fault.kind == "extra_forbidden"}
    return [fault for fault in faults if fault.kind != "missing" or (fault.loc[:-1], fault.name) not in meant]


def problem_of(fault: Fault, sources: SourceMap, letter: str) -> Problem:
    """The letter about a fault, at the place where it was written."""
    from docgen.sources.letters import said_about

    said = said_about(fault)
    place = sources.place_of_key(fault.loc) if fault.at_key else sources.place(fault.loc)
    return Problem(f"{letter}{said.code}", letter_at(fault.loc, said.message), place, said.hint)
