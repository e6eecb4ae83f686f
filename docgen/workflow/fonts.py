"""``docgen fonts install``: free fonts where the installed ones do not do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from docgen.diagnostics import DocgenError
from docgen.language import _
from docgen.world.fetch_fonts import fetch_fonts
from docgen.world.fonts import FontSet, find_fonts


def install_fonts(report: Callable[[str], None], if_needed: bool = False) -> tuple[Path, ...]:
    """Fetch the free fonts; with ``if_needed`` only where the installed ones leave a role to a stopgap.

    Returns the paths of the fonts, none if nothing was needed. Raises ``DocgenError`` (exit 5) if they cannot
    be had.
    """
    if if_needed and not fonts_needed():
        report(_("the installed fonts will do; `docgen doctor` tells which they are"))
        return ()
    return fetch_fonts(report)


def fonts_needed() -> bool:
    """Whether a role has no font of its typeface, or rare characters have none to come from."""
    try:
        fonts = find_fonts()
    except DocgenError:
        return True
    return any(face.likeness == "stopgap" for face in fonts.faces.values()) or not _lends_names(fonts)


def _lends_names(fonts: FontSet) -> bool:
    """Characters of personal names that GB 2312 lacks."""
    return not fonts.uncovered("fangsong", "珺喆昇堃玥")
