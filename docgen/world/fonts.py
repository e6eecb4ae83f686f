"""Fonts by role: which file plays 仿宋, 楷体, 黑体, 宋体, 小标宋, and which lend the characters it lacks.

``find_fonts(text)`` looks through the font folders and returns a ``FontSet``; both PDF engines and
``docgen doctor`` go by it. A role without any font is an error: a page of empty boxes is never made.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Literal

from docgen.diagnostics import DocgenError, Exit, Problem
from docgen.frozen import dataclass
from docgen.language import _, listed
from docgen.world.coverage import Coverage
from docgen.world.font_files import InstalledFace, installed_faces
from docgen.world.font_folders import font_folders, user_font_folder
from docgen.world.font_roles import ALL_ROLES, FALLBACKS, ROLES, Role, RoleFonts

__all__ = ["Face", "FontSet", "Role", "coverage_problems", "find_fonts", "how_to_get_fonts"]

Likeness = Literal["genuine", "substitute", "stopgap"]

_TOLERATED = 37
"""So many of the 3755 common characters a font may lack and still play a role: one in a hundred."""


@dataclass(frozen=True)
class Face:
    """A font file in a role.

    ``official`` is the family that a DOCX names, ``family`` the file's own, by which Typst knows it.
    ``substitute``: a free font stands in for the typeface, which a report on the PDF has to say.
    """

    role: Role
    official: str
    family: str
    path: Path
    index: int
    weight: int
    substitute: bool
    licence: str
    likeness: Likeness = "genuine"
    coverage: Coverage = field(default=Coverage(), repr=False, compare=False)


@dataclass(frozen=True)
class FontSet:
    """The fonts of a build: a face for every role, and the faces that help out character by character."""

    faces: Mapping[Role, Face]
    fallbacks: tuple[Face, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """Every font file used."""
        return tuple(dict.fromkeys(face.path for face in (*self.faces.values(), *self.fallbacks)))

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that the files lie in, as Typst and fontconfig want them; other fonts may lie there."""
        return tuple(dict.fromkeys(path.parent for path in self.files))

    def helpers(self, role: Role) -> tuple[Face, ...]:
        """The fallbacks for ``role``, like to like: sans serif first for 黑体, serif first for the others."""
        return tuple(sorted(self.fallbacks, key=lambda face: (face.role == "heiti") != (role == "heiti")))

    def families(self, role: Role) -> tuple[str, ...]:
        """The families that set ``role``, in order, as Typst's ``font:`` takes them."""
        names = (face.family for face in (self.faces[role], *self.helpers(role)))
        return tuple(dict.fromkeys(names))

    def missing(self, role: Role, text: str) -> set[str]:
        """The printable characters of ``text`` that the role's own face lacks."""
        return self.faces[role].coverage.missing(text)

    def lender(self, role: Role, character: str) -> Face | None:
        """The face that ``character`` comes from where the role's own face lacks it."""
        return next((face for face in self.helpers(role) if character in face.coverage), None)

    def uncovered(self, role: Role, text: str) -> set[str]:
        """The printable characters of ``text`` that neither the role's face nor any fallback has."""
        return {character for character in self.missing(role, text) if not self.lender(role, character)}


def find_fonts(text: str = "", folders: Iterable[Path] | None = None) -> FontSet:
    """The best installed font for every role.

    Genuine fonts go before substitutes, those before stopgaps; among equals the one that lacks fewest
    characters of ``text``. Raises ``DocgenError`` (exit 5) naming every role that no font can play.
    """
    installed = installed_faces(font_folders() if folders is None else folders)
    # A font with many gaps among the common characters is a fragment and plays no role.
    whole = [face for face in installed if face.lacks <= _TOLERATED]
    found = {role: _best(role, whole, text) for role in ALL_ROLES}
    faces = {role: face for role, face in found.items() if face}
    if len(faces) < len(ALL_ROLES):
        raise DocgenError(_no_fonts([role for role in ALL_ROLES if role not in faces]), Exit.MISSING)
    return FontSet(faces, _fallbacks(installed))


def _best(role: Role, installed: list[InstalledFace], text: str) -> Face | None:
    fonts = ROLES[role]
    for likeness, names in _choices(fonts):
        candidates = [face for name in names if (face := _named(name, installed, _weight(fonts, likeness)))]
        if candidates:
            # min keeps the first of equals, and the names stand in order of preference
            return _face(role, likeness, min(candidates, key=lambda face: len(face.coverage.missing(text))))
    return None


def _choices(fonts: RoleFonts) -> tuple[tuple[Likeness, tuple[str, ...]], ...]:
    return (("genuine", fonts.genuine), ("substitute", fonts.substitutes), ("stopgap", fonts.stopgaps))


def _weight(fonts: RoleFonts, likeness: Likeness) -> int:
    """A genuine 小标宋 is regular by name though it looks bold; only what stands in for it has to be bold."""
    return 400 if likeness == "genuine" else fonts.weight


def _named(name: str, installed: Iterable[InstalledFace], weight: int) -> InstalledFace | None:
    """The installed face of that name nearest to ``weight``; the first folder wins among equals."""
    faces = [face for face in installed if name.casefold() in face.names]
    return min(faces, key=lambda face: abs(face.weight - weight), default=None)


def _face(role: Role, likeness: Likeness, face: InstalledFace) -> Face:
    return Face(
        role=role,
        official=ROLES[role].official,
        family=face.family,
        path=face.path,
        index=face.index,
        weight=face.weight,
        substitute=likeness != "genuine",
        licence=face.licence,
        likeness=likeness,
        coverage=face.coverage,
    )


def _fallbacks(installed: Iterable[InstalledFace]) -> tuple[Face, ...]:
    """Of each group of ``FALLBACKS`` the first family that is installed, regular and bold."""
    installed = tuple(installed)
    faces: list[Face] = []
    for role, names in FALLBACKS:
        family = next((name for name in names if _named(name, installed, 400)), None)
        if family:
            weights = (_named(family, installed, weight) for weight in (400, 700))
            faces += (_face(role, "stopgap", face) for face in weights if face)
    return tuple(dict.fromkeys(faces))


# ---------------------------------------------------------------- letters


def coverage_problems(fonts: FontSet, texts: Mapping[Role, str]) -> tuple[Problem, ...]:
    """What is to be said about the characters of a document, its text given by role.

    An error ``W302`` for characters that no font has, a note ``W303`` for those that come from another font.
    """
    problems: list[Problem] = []
    for role, text in texts.items():
        nobody = fonts.uncovered(role, text)
        if nobody:
            problems.append(_nobody_has(role, nobody))
        lent = fonts.missing(role, text) - nobody
        if lent:
            problems.append(_lent(fonts, role, lent))
    return tuple(problems)


def _nobody_has(role: Role, characters: set[str]) -> Problem:
    message = _("no font has the characters {characters}, which are set in {typeface}").format(
        characters=_listed(characters), typeface=ROLES[role].typeface
    )
    hint = _("write them otherwise, or put a font that has them into {folder}")
    return Problem("W302", message, hint=hint.format(folder=user_font_folder()))


def _lent(fonts: FontSet, role: Role, characters: set[str]) -> Problem:
    lenders = (fonts.lender(role, character) for character in sorted(characters))
    message = _("{family} lacks {characters}; they come from {other}").format(
        family=fonts.faces[role].family,
        characters=_listed(characters),
        other=listed(dict.fromkeys(lender.family for lender in lenders if lender)),
    )
    return Problem("W303", message, severity="note")


def _listed(characters: set[str]) -> str:
    """``珺 (U+73FA), 😀 (U+1F600)``: a character that no font has is best named by its number too."""
    shown = [f"{character} (U+{ord(character):04X})" for character in sorted(characters)]
    return listed(shown[:10]) + (" …" if len(shown) > 10 else "")


def _no_fonts(roles: list[Role]) -> list[Problem]:
    """One problem for each role; what to do is the same for all and stands behind the last."""
    return [_no_font(role, how_to_get_fonts() if role == roles[-1] else "") for role in roles]


def _no_font(role: Role, hint: str) -> Problem:
    fonts = ROLES[role]
    names = (*fonts.genuine[:4], *fonts.substitutes[:1], *fonts.stopgaps[:1])
    message = _("no font for {typeface} is installed; looked for {names} and others").format(
        typeface=fonts.typeface, names=listed(names)
    )
    return Problem("W301", message, hint=hint)


def how_to_get_fonts(platform: str = sys.platform) -> str:
    """What to do on ``platform`` to get fonts for all roles."""
    match platform:
        case "win32":
            advice = _("install the optional feature “Chinese (Simplified) Supplemental Fonts” in Settings")
        case "darwin":
            advice = _("install Microsoft Office or WPS, or run `brew install --cask font-noto-serif-cjk-sc`")
        case _:
            advice = _("run `docgen fonts install` (Debian, Ubuntu)")
    return _("{advice}, or put font files into {folder}").format(advice=advice, folder=user_font_folder())
