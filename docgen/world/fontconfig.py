"""A private fontconfig file, so that LibreOffice sets a DOCX in the very fonts that ``find_fonts`` chose.

The DOCX names the official families (仿宋_GB2312); here each of them is tied to the face that plays its role.
Nothing else of the machine is visible to LibreOffice then: digits do not wander into DejaVu, and pages break
the same everywhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

from docgen.world.font_roles import ROLES, Role
from docgen.world.fonts import Face, FontSet


def fontconfig_file(fonts: FontSet, cache_dir: Path | str) -> str:
    """The text of a fontconfig file (for ``FONTCONFIG_FILE``); its cache goes below ``cache_dir``."""
    rules = [
        *(f"<dir>{escape(str(folder))}</dir>" for folder in fonts.folders),
        _only(fonts.files),
        *(_weigh(face) for face in fonts.faces.values()),
        *(_tie(name, fonts, role) for role in fonts.faces for name in _names(role)),
        _last_resort(fonts),
    ]
    body = "\n".join([*rules, _cache(Path(cache_dir), rules)])
    head = '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
    return f"{head}\n<fontconfig>\n{body}\n</fontconfig>\n"


def _only(files: Iterable[Path]) -> str:
    """Hide whatever else lies in the folders: what is accepted by name is not rejected by the star."""
    accepted = "".join(f"<glob>{escape(str(path))}</glob>" for path in files)
    return f"<selectfont><acceptfont>{accepted}</acceptfont><rejectfont><glob>*</glob></rejectfont></selectfont>"


def _weigh(face: Face) -> str:
    """Say how heavy the face really is: FandolSong's bold, standing in for 小标宋, calls itself regular."""
    return (
        f'<match target="scan"><test name="file"><string>{escape(str(face.path))}</string></test>'
        f'<edit name="weight" mode="assign">{_weight(face)}</edit></match>'
    )


def _tie(name: str, fonts: FontSet, role: Role) -> str:
    """Whoever asks for ``name`` gets the role's face in its weight, and behind it helpers for what it lacks.

    ``binding="same"`` makes the replacement count as much as the name that the document asked for.
    """
    return (
        f'<match target="pattern"><test name="family"><string>{escape(name)}</string></test>'
        f'<edit name="family" mode="assign" binding="same">{_strings(fonts.families(role))}</edit>'
        f'<edit name="weight" mode="assign" binding="same">{_weight(fonts.faces[role])}</edit></match>'
    )


def _weight(face: Face) -> str:
    return "<const>bold</const>" if face.weight >= 600 else "<const>regular</const>"


def _names(role: Role) -> tuple[str, ...]:
    """What a Word file may call the typeface."""
    return tuple(dict.fromkeys((ROLES[role].official, *ROLES[role].genuine)))


def _last_resort(fonts: FontSet) -> str:
    """A family that nobody knows is set in the body's typeface, helped out as that is."""
    families = _strings(fonts.families("fangsong"))
    edit = f'<edit name="family" mode="append_last" binding="strong">{families}</edit>'
    return f'<match target="pattern">{edit}</match>'


def _strings(texts: Iterable[str]) -> str:
    return "".join(f"<string>{escape(text)}</string>" for text in texts)


def _cache(folder: Path, rules: list[str]) -> str:
    # The new names are kept in fontconfig's cache too, so other rules need another cache.
    key = hashlib.sha256("\n".join(rules).encode()).hexdigest()[:12]
    return f"<cachedir>{escape(str(folder / key))}</cachedir>"
