"""Content keys: what a unit's file was made from, in one word. With an equal key it would come out the same.

A key has two halves. The first stands for what is the same for all units: the annex as composed and what it pre-fills,
the campaign's values (not its words), the look, the code and programs, the fonts of a PDF. The second stands for the
unit's values. So ``--explain`` can say which of them has changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from docgen.document.tree import SplitAnnex
from docgen.frozen import dataclass
from docgen.roster.unit import Unit
from docgen.sources.part import values_of
from docgen.workflow.manifest import Recipe
from docgen.workflow.materials import Materials
from docgen.workflow.prepare import Prepared

FORMATS = ("docx", "pdf")
NOTICE_PIECE = -1
"""The number of the notice among the pieces of a unit; annexes count from 0."""

_NO_MATTER = {"body", "body_file", "units", "columns", "imprint", "disclosure", "note", "addressees"}
"""Keys of a campaign that no form can show."""

Piece = tuple[int, str]
"""Which document, in which format."""


@dataclass(frozen=True)
class Keys:
    """``common``: the first half for each piece; ``overridden``: of units that have values for the campaign itself."""

    common: Mapping[Piece, str]
    overridden: Mapping[str, str]

    def of(self, piece: Piece, unit: Unit, second: str) -> str:
        """The key of a unit's file; ``second`` is ``values_key(unit)``."""
        number, format = piece
        first = self.overridden[format] if unit.overrides else self.common[number, format]
        return f"{first}-{second}"


def keys(prepared: Prepared, materials: Materials, annexes: Mapping[int, SplitAnnex], names: Mapping[int, str]) -> Keys:
    """The keys of these annexes, whose files have these names."""
    pages = asdict(materials.means) if materials.means else {}
    means = {"docx": {}, "pdf": {**pages, "engine": None}}
    values = values_of(prepared.loaded.campaign, without=_NO_MATTER)
    common = {
        (number, format): _digest(
            [_inputs(prepared, materials.recipe, number), _without_inputs(materials.recipe)],
            [values, repr(annex), names[number], format, means[format]],
        )
        for number, annex in annexes.items()
        for format in FORMATS
    }
    # The notice of such a unit shows all of the campaign.
    whole = {format: _digest(asdict(materials.recipe), format, pages) for format in FORMATS}
    return Keys(common, whole)


def values_key(unit: Unit) -> str:
    """The second half: all that is known of the unit."""
    return _digest(sorted(unit.values.items()), sorted(unit.fields.items()), sorted(unit.overrides.items()))


def reason(old: str | None, new: str) -> str:
    """Why a file with the key ``new`` is made where there was one with the key ``old``."""
    if old is None:
        return "new"
    if old == new:
        return "missing"
    return "values" if old.partition("-")[0] == new.partition("-")[0] else "template"


def _inputs(prepared: Prepared, recipe: Recipe, number: int) -> dict[str, str]:
    """Name → checksum of the files that an annex depends on: neither the campaign's own nor other forms."""
    form = prepared.forms[str(prepared.loaded.campaign.annexes[number].form)]
    others = {file.resolve() for one in prepared.forms.values() if one is not form for file in one.files}
    passed = others | {path.resolve() for path in prepared.loaded.inputs}
    return {name: recipe.inputs[name] for name, path in prepared.inputs.items() if path not in passed}


def _without_inputs(recipe: Recipe) -> dict[str, Any]:
    return {name: value for name, value in asdict(recipe).items() if name != "inputs"}


def _digest(*parts: Any) -> str:
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
