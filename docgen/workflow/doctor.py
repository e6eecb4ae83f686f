"""``docgen doctor``: what this machine has for making notices, and what to do about what it lacks."""

from __future__ import annotations

import dataclasses
import importlib
import importlib.metadata
import json
import os
import platform
import sys
from pathlib import Path

import docgen
from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.frozen import dataclass
from docgen.language import _, listed, ngettext
from docgen.world.coverage import gb2312
from docgen.world.font_folders import user_font_folder
from docgen.world.font_roles import ROLES, Role
from docgen.world.fonts import Face, FontSet, find_fonts, how_to_get_fonts
from docgen.world.programs import find_program, find_soffice, version_of

NAME_CHARACTERS = "珺喆昇堃玥"
"""Characters of personal names that GB 2312 has no place for, and that every roster meets."""


@dataclass(frozen=True)
class FontReport:
    """The font of a role. ``lacks``: the characters of GB 2312 that it has not; ``lacks_of_names``: of names.

    ``lent_by``: the fonts that these characters come from instead.
    """

    role: Role
    typeface: str
    official: str
    family: str
    file: str
    licence: str
    likeness: str
    lacks: str
    lacks_of_names: str
    lent_by: tuple[str, ...]


@dataclass(frozen=True)
class EngineReport:
    """A PDF engine: ``version`` is empty where it is not there, ``advice`` then says how to get it."""

    name: str
    use: str
    version: str = ""
    path: str = ""
    advice: str = ""


@dataclass(frozen=True)
class Report:
    """All that was found. ``problems`` keep docgen from making DOCX and PDF, or are worth knowing."""

    docgen: str
    python: str
    system: str
    fonts: tuple[FontReport, ...]
    engines: tuple[EngineReport, ...]
    templates: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def exit_code(self) -> Exit:
        """0 if DOCX and PDF can be made, else 5."""
        broken = any(problem.severity == "error" for problem in self.problems)
        return Exit.MISSING if broken else Exit.OK


def examine() -> Report:
    """Look at fonts, engines and templates as a build in the current folder would find them."""
    fonts, font_problems = _fonts()
    engines = _engines()
    return Report(
        docgen=f"{docgen.__version__} ({Path(docgen.__file__).parent})",
        python=f"{platform.python_version()} ({sys.executable})",
        system=platform.platform(),
        fonts=fonts,
        engines=engines,
        templates=_templates(),
        problems=(*font_problems, *_engine_problems(engines), *_folder_problems()),
    )


# ---------------------------------------------------------------- fonts


def _fonts() -> tuple[tuple[FontReport, ...], tuple[Problem, ...]]:
    try:
        fonts = find_fonts()
    except DocgenError as error:
        return (), error.problems
    stopgaps = [face for face in fonts.faces.values() if face.likeness == "stopgap"]
    nobody = fonts.uncovered("fangsong", NAME_CHARACTERS)
    problems = [_stopgap(face) for face in stopgaps] + ([_no_names(nobody)] if nobody else [])
    return tuple(_font(fonts, face) for face in fonts.faces.values()), tuple(problems)


def _font(fonts: FontSet, face: Face) -> FontReport:
    lacks = fonts.missing(face.role, gb2312())
    names = fonts.missing(face.role, NAME_CHARACTERS)
    lenders = (fonts.lender(face.role, character) for character in sorted(names) + sorted(lacks))
    return FontReport(
        role=face.role,
        typeface=ROLES[face.role].typeface,
        official=face.official,
        family=face.family,
        file=str(face.path),
        licence=face.licence,
        likeness=face.likeness,
        lacks="".join(sorted(lacks)),
        lacks_of_names="".join(character for character in NAME_CHARACTERS if character in names),
        lent_by=tuple(dict.fromkeys(lender.family for lender in lenders if lender)),
    )


def _stopgap(face: Face) -> Problem:
    message = _("{typeface} is set in {family}, which is another typeface").format(
        typeface=ROLES[face.role].typeface, family=face.family
    )
    return Problem("W304", message, hint=how_to_get_fonts(), severity="warning")


def _no_names(characters: set[str]) -> Problem:
    message = _("no font has the characters {characters}, which occur in names").format(
        characters="".join(sorted(characters))
    )
    return Problem("W305", message, hint=how_to_get_fonts(), severity="warning")


def _folder_problems() -> list[Problem]:
    """Folders that ``DOCGEN_FONTS`` names and that are not there."""
    named = [Path(part) for part in os.environ.get("DOCGEN_FONTS", "").split(os.pathsep) if part]
    message = _("DOCGEN_FONTS names a folder that does not exist")
    return [Problem("W306", message, Place(str(path)), severity="warning") for path in named if not path.is_dir()]


# ---------------------------------------------------------------- engines


def _engines() -> tuple[EngineReport, ...]:
    return (
        _wheel("typst", _("sets the PDF"), 'pip install "typst>=0.15,<0.16"'),
        _libreoffice(),
        _program("wkhtmltopdf", _("prints HTML; no format needs it yet")),
        _wheel("rdocx", _("converts DOCX, approximately; no format needs it yet"), ""),
    )


def _wheel(name: str, use: str, advice: str) -> EngineReport:
    try:
        importlib.import_module(name)
        return EngineReport(name, use, importlib.metadata.version(name))
    except Exception:
        # A wheel built for another system fails to load in ways of its own; for us it is not there.
        return EngineReport(name, use, advice=advice)


def _libreoffice() -> EngineReport:
    use = _("converts the DOCX to PDF where it is asked for (--engine libreoffice)")
    path = find_soffice()
    version = version_of(path).removeprefix("LibreOffice ") if path else ""
    if version:
        return EngineReport("libreoffice", use, version, str(path))
    match sys.platform:
        case "win32":
            advice = "winget install TheDocumentFoundation.LibreOffice"
        case "darwin":
            advice = "brew install --cask libreoffice"
        case _:
            advice = "sudo apt-get install libreoffice-writer-nogui"
    return EngineReport("libreoffice", use, advice=advice)


def _program(name: str, use: str) -> EngineReport:
    path = find_program(name)
    return EngineReport(name, use, version_of(path), str(path)) if path else EngineReport(name, use)


def _engine_problems(engines: tuple[EngineReport, ...]) -> list[Problem]:
    """An error if nothing can make a PDF, a warning if only LibreOffice can."""
    there = {engine.name for engine in engines if engine.version}
    if "typst" in there:
        return []
    message = _("typst is not there, which sets the PDF")
    hint = _("run `{line}`").format(line=engines[0].advice)
    return [Problem("W307", message, hint=hint, severity="warning" if "libreoffice" in there else "error")]


def _templates() -> tuple[str, ...]:
    from docgen.templates.find import find_templates

    return tuple(str(root) for root in find_templates(Path.cwd()).roots)


# ---------------------------------------------------------------- telling


def as_json(report: Report) -> str:
    """The report for programs, its exit code included."""
    content = {**dataclasses.asdict(report), "exit_code": int(report.exit_code)}
    return json.dumps(content, ensure_ascii=False, indent=2)


def report_text(report: Report) -> str:
    """The report for people, as lines of text; paths are not broken, so that they can be copied."""
    return "\n".join(
        [
            *_columns([("docgen", report.docgen), ("Python", report.python), (_("System"), report.system)], indent=0),
            "",
            _("Fonts"),
            *(line for font in report.fonts for line in _font_lines(font)),
            *_columns([(_("your own"), str(user_font_folder()))]),
            "",
            _("PDF engines"),
            *_columns([(engine.name, _engine_line(engine)) for engine in report.engines]),
            "",
            _("Templates, the first has precedence"),
            *(f"  {root}" for root in report.templates),
            "",
            *_verdict(report),
        ]
    )


def _font_lines(font: FontReport) -> list[str]:
    kinds = {"genuine": _("genuine"), "substitute": _("substitute"), "stopgap": _("another typeface")}
    first = _("{family} ({likeness}; {licence})").format(
        family=font.family, likeness=kinds[font.likeness], licence=font.licence or _("no licence stated")
    )
    lines = [(font.typeface, first), ("", font.file)]
    if lack := _lack(font):
        lines.append(("", lack))
    return _columns(lines)


def _lack(font: FontReport) -> str:
    if not font.lacks and not font.lacks_of_names:
        return ""
    sample = font.lacks[:10] + ("…" if len(font.lacks) > 10 else "")
    count = len(font.lacks)
    symbols = ngettext(
        "{count} character of GB 2312 ({sample})", "{count} characters of GB 2312 ({sample})", count
    ).format(count=count, sample=sample)
    names = _("characters of names ({characters})").format(characters=font.lacks_of_names)
    what = [*([symbols] if font.lacks else []), *([names] if font.lacks_of_names else [])]
    lack = _("lacks {what}").format(what=listed(what))
    if not font.lent_by:
        return lack
    return _("{lack}; {fonts} lends them").format(lack=lack, fonts=listed(font.lent_by))


def _engine_line(engine: EngineReport) -> str:
    if engine.version:
        there = f"{engine.version} – {engine.use}"
        return _("{engine} ({path})").format(engine=there, path=engine.path) if engine.path else there
    missing = _("not installed – {use}").format(use=engine.use)
    return _("{missing}: {advice}").format(missing=missing, advice=engine.advice) if engine.advice else missing


def _verdict(report: Report) -> list[str]:
    lines = [str(problem) for problem in report.problems]
    if report.exit_code == Exit.OK:
        return [*lines, _("DOCX and PDF can be made.")]
    return [*lines, _("DOCX and PDF cannot be made before that is mended.")]


def _columns(rows: list[tuple[str, str]], indent: int = 2, width: int = 14) -> list[str]:
    """Rows of two columns; a Chinese character is as wide as two Latin ones."""
    from rich.cells import cell_len

    return [f"{' ' * indent}{left}{' ' * (width - indent - cell_len(left))}{right}" for left, right in rows]
