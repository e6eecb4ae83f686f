"""All campaigns of the project with each other: the same is empty, exchanged sides mirror each other."""

from __future__ import annotations

import itertools
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from applied import MIRRORED, apply, mirrored, side_of
from diffing import texts

from docgen.diff.changes import Change, Changes, Row, Side
from docgen.diff.compare import compare
from docgen.diff.readers import READERS
from docgen.diff.write import Comparison
from docgen.diff.write.json import as_data
from docgen.workflow.compare_sides import side_of as loaded_side
from docgen.workflow.select import campaigns_under

ROOT = Path(__file__).parent.parent
PATHS = {path.id: path.path for path in campaigns_under(ROOT / "data") if path.id}
PAIRS = list(itertools.combinations(sorted(PATHS), 2))
SCHEMA = jsonschema.Draft202012Validator(json.loads((ROOT / "schemas/changes.schema.json").read_text(encoding="utf-8")))
_SIDES: dict[str, Side] = {}


@pytest.fixture
def sides() -> Mapping[str, Side]:
    """Every campaign, composed once."""
    for name, path in PATHS.items():
        if name not in _SIDES:
            _SIDES[name] = loaded_side(path)
    return _SIDES


@pytest.mark.parametrize("name", sorted(PATHS))
def test_a_campaign_compared_with_itself_is_empty(sides: Mapping[str, Side], name: str) -> None:
    changes = compare(sides[name], sides[name])
    assert not changes
    assert changes.items == ()


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_exchanged_sides_mirror_each_other(sides: Mapping[str, Side], one: str, other: str) -> None:
    there, back = compare(sides[one], sides[other]), compare(sides[other], sides[one])
    assert Counter(map(turned, there.items)) == Counter(map(straight, back.items))
    assert Counter(turned_row(row) for row in stayed(there)) == Counter(straight_row(row) for row in stayed(back))
    assert sorted(moves(there)) == sorted((new, old) for old, new in moves(back))


@pytest.mark.parametrize(("one", "other"), [*PAIRS, *((b, a) for a, b in PAIRS)])
def test_applied_to_the_old_clauses_they_give_the_new(sides: Mapping[str, Side], one: str, other: str) -> None:
    changes = compare(sides[one], sides[other])
    assert apply(changes, texts(sides[one])) == tuple(texts(sides[other]))


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_the_pieces_of_a_change_are_its_texts(sides: Mapping[str, Side], one: str, other: str) -> None:
    for item in compare(sides[one], sides[other]).items:
        assert (side_of(item.pieces, "old").strip(), side_of(item.pieces, "new").strip()) == (item.old, item.new)


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_json_is_as_its_schema_says(sides: Mapping[str, Side], one: str, other: str) -> None:
    changes = compare(sides[one], sides[other])
    for reader, made in READERS.items():
        SCHEMA.validate(as_data(Comparison(sides[one], sides[other], changes, made(changes), reader)))


def test_the_schema_can_say_no(sides: Mapping[str, Side]) -> None:
    one, other = PAIRS[0]
    changes = compare(sides[one], sides[other])
    data = as_data(Comparison(sides[one], sides[other], changes, READERS["all"](changes)))
    for path, wrong in ((("changes", 0, "kind"), "else"), (("blocks", 0, "op"), "else"), (("old", "label"), None)):
        broken: Any = json.loads(json.dumps(data))
        part = broken
        for step in path[:-1]:
            part = part[step]
        part[path[-1]] = wrong
        assert not SCHEMA.is_valid(broken), path


def straight(item: Change) -> tuple[object, ...]:
    return item.kind, item.old, item.new, item.shift


def turned(item: Change) -> tuple[object, ...]:
    return MIRRORED[item.kind], item.new, item.old, None if item.shift is None else -item.shift


def stayed(changes: Changes) -> list[Row]:
    return [row for row in changes.blocks if not row.op.startswith("moved")]


OPPOSITE = {"same": "same", "changed": "changed", "added": "dropped", "dropped": "added"}


def straight_row(row: Row) -> tuple[object, ...]:
    return row.op, row.old and row.old.text, row.new and row.new.text, row.pieces


def turned_row(row: Row) -> tuple[object, ...]:
    return OPPOSITE[row.op], row.new and row.new.text, row.old and row.old.text, mirrored(row.pieces)


def moves(changes: Changes) -> list[tuple[str, str]]:
    """What moved, as old and new text."""
    return [(row.old.text, row.new.text) for row in changes.blocks if row.op == "moved-to" and row.old and row.new]
