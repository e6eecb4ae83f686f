"""A document tree as plain data for Typst: every node a mapping with its ``type``, lengths as numbers (mm, pt)."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import json
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from docgen.document.tree import Cover, Form, Grid, Imprint, Letterhead, Notice, Signature, WordForm
from docgen.render.geometry import (
    closing_geometry,
    cover_geometry,
    head_geometry,
    imprint_geometry,
    signature_geometry,
)

_T = TypeVar("_T")


def as_data(node: Any) -> Any:
    """Nodes whose page depends on their words carry it as ``geometry`` (see docgen.render.geometry)."""
    if isinstance(node, str):
        return node
    if isinstance(node, tuple):
        return [as_data(item) for item in node]
    if isinstance(node, WordForm):
        return as_data(node.bound_in)
    if parts := _parts(node):
        data = {part: as_data(getattr(node, part)) for part in parts}
        geometry = _geometry(node)
        if geometry is not None:
            data["geometry"] = dataclasses.asdict(geometry)
        return {"type": type(node).__name__, **data}
    if isinstance(node, datetime.date):
        return node.isoformat()
    if isinstance(node, float):
        return float(node)
    return node


def as_json(node: Any) -> str:
    """The same as JSON."""
    return json.dumps(as_data(node), ensure_ascii=False)


def changed_data(blank: Form, form: Form) -> dict[str, Any]:
    """What is otherwise than in ``blank``: ``cells`` as (grid, row, place in the row, cell), other ``parts`` by name.

    Nodes that are the same, not only equal, are not looked into.
    """
    parts = {part: getattr(form, part) for part in _parts(form) if getattr(form, part) is not getattr(blank, part)}
    cells = None
    if "grids" in parts:
        with contextlib.suppress(_OtherLayoutError):
            cells = [*_changed_cells(blank.grids, form.grids)]
            del parts["grids"]
    return {"cells": cells or [], "parts": {part: as_data(node) for part, node in parts.items()}}


class _OtherLayoutError(Exception):
    """More than cells is otherwise."""


def _changed_cells(blank: tuple[Grid, ...], grids: tuple[Grid, ...]) -> Iterator[tuple[int, int, int, Any]]:
    for grid, (old_grid, new_grid) in enumerate(_pairs(blank, grids)):
        for row, (old_row, new_row) in enumerate(_pairs(old_grid.rows, new_grid.rows)):
            if old_row.splits != new_row.splits:
                raise _OtherLayoutError
            for place, (old, new) in enumerate(_pairs(old_row.cells, new_row.cells)):
                if old is not new:
                    yield grid, row, place, as_data(new)


def _pairs(old: tuple[_T, ...], new: tuple[_T, ...]) -> Iterable[tuple[_T, _T]]:
    if old is new:
        return ()
    if len(old) != len(new):
        raise _OtherLayoutError
    return zip(old, new, strict=True)


# A tree has thousands of nodes of a few kinds.
_known: dict[type, tuple[str, ...]] = {}


def _parts(node: Any) -> tuple[str, ...]:
    """The fields of a node; none if it is no node."""
    kind = type(node)
    if kind not in _known:
        fields = dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else ()
        _known[kind] = tuple(field.name for field in fields)
    return _known[kind]


def _geometry(node: Any) -> Any:
    match node:
        case Letterhead():
            return head_geometry(node)
        case Signature():
            return signature_geometry(node)
        case Cover():
            return cover_geometry(node)
        case Imprint():
            return imprint_geometry(node)
        case Notice():
            return closing_geometry(node)
        case _:
            return None
