"""What the files are made with: date, look, fonts, programs; and how the manifest records it."""

from __future__ import annotations

import calendar
import datetime
import functools
import importlib.metadata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docgen
from docgen.diagnostics import DocgenError, Exit
from docgen.frozen import dataclass
from docgen.render import Setting
from docgen.render.glyphs import text_by_role
from docgen.workflow.formats import PAGED
from docgen.workflow.glyphs import unprintable
from docgen.workflow.manifest import Means, Recipe, sha256
from docgen.workflow.prepare import Prepared, checksums
from docgen.workflow.produce import Wish
from docgen.world.fonts import Face, FontSet, find_fonts

PROGRAMS = ("docxtpl", "jinja2", "lxml", "python-docx", "typst")
"""Packages whose other version may write other bytes."""


@dataclass(frozen=True)
class Materials:
    """``means`` is None where only text is asked for; ``imitations``: typeface → the free font in its place in PDFs."""

    setting: Setting
    recipe: Recipe
    means: Means | None
    imitations: Mapping[str, str]


def gather(prepared: Prepared, wish: Wish) -> Materials:
    """All that the renderers need besides the documents.

    Raises ``DocgenError`` (exit 5) if there is no font for a role or a character, and a format needs it.
    """
    campaign = prepared.loaded.campaign
    issued = campaign.issued or datetime.date(campaign.year, 1, 1)
    date = calendar.timegm(issued.timetuple()) if wish.source_date is None else wish.source_date
    pages = any(format in PAGED for format in wish.formats)
    fonts = _fonts(prepared) if pages else FontSet({})
    return Materials(
        Setting(prepared.look, fonts, wish.engine, date),
        _recipe(prepared, date),
        Means(wish.engine, _record(fonts)) if pages else None,
        {face.official: face.family for face in fonts.faces.values() if face.substitute and "pdf" in wish.formats},
    )


def _recipe(prepared: Prepared, date: int) -> Recipe:
    programs = {name: importlib.metadata.version(name) for name in PROGRAMS}
    settings = {"source_date": date, "programs": {**programs, "docgen": _code()}}
    return Recipe(docgen.__version__, prepared.loaded.campaign.id, checksums(prepared.inputs), settings)


@functools.cache
def _code() -> str:
    """What tells this docgen from another of the same version: in a checkout the code changes between releases."""
    package = Path(docgen.__file__).parent
    return sha256(b"".join(path.read_bytes() for path in sorted(package.rglob("*.py"))))


def _fonts(prepared: Prepared) -> FontSet:
    fonts = find_fonts("".join(text_by_role(prepared.notice).values()))
    if problems := unprintable(prepared, fonts):
        raise DocgenError(problems, Exit.MISSING)
    return fonts


def _record(fonts: FontSet) -> dict[str, Any]:
    """Role → font. A file is known by name and size: reading 20 MB of each would take longer than a build."""
    record: dict[str, Any] = {role: _face(face) for role, face in fonts.faces.items()}
    return {**record, "fallbacks": [_face(face) for face in fonts.fallbacks]}


def _face(face: Face) -> dict[str, Any]:
    return {
        "family": face.family,
        "file": face.path.name,
        "index": face.index,
        "bytes": face.path.stat().st_size,
    }
