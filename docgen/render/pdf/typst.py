"""PDF by the embedded Typst: the look's ``page.typ`` sets the document tree. No external program."""

from __future__ import annotations

import functools
import json
import re
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from docgen.diagnostics import DocgenError, Exit, Problem
from docgen.document.tree import Document, Notice
from docgen.language import _
from docgen.render.as_data import as_json
from docgen.render.glyphs import glyph_problems
from docgen.render.setting import Rendered, Setting
from docgen.world.fonts import FontSet


def render_with_typst(document: Document, setting: Setting) -> Rendered:
    """The same document, look and fonts give the same bytes: no date, no random id is written.

    Raises DocgenError (exit 4) where ``page.typ`` cannot be compiled, (exit 5) where no font has a character.
    """
    problems = glyph_problems(document, setting.fonts)
    missing = [problem for problem in problems if problem.severity == "error"]
    if missing:
        raise DocgenError(missing, Exit.MISSING)
    data, warnings = _compile(document, setting)
    return Rendered(data, count_pages(data), "typst", (*problems, *warnings))


def imprint_place(notice: Notice, setting: Setting) -> Literal["same", "next", "blank"]:
    """Where ``page.typ`` puts 版记, so that a word processor's file can be told to do the same.

    ``same``: at the foot of the last page; ``next``: on a page of its own; ``blank``: there, after a blank page.
    """
    without = count_pages(_compile(replace(notice, imprint=None), setting)[0])
    added = count_pages(_compile(notice, setting)[0]) - without
    return "same" if added == 0 else "next" if added == 1 else "blank"


def count_pages(pdf: bytes) -> int:
    """Pages of a PDF that Typst wrote; its page objects are not compressed."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


# A notice is compiled up to three times (the PDF; where 版记 stands, for the DOCX): the last few are kept.
@functools.lru_cache(maxsize=8)
def _compile_cached(
    document: Document, look: Path, fonts: str, folders: tuple[Path, ...]
) -> tuple[bytes, tuple[str, ...]]:
    import typst

    try:
        return _compile_source(literal("document", f'{{"document":{as_json(document)}}}'), look, fonts, folders)
    except typst.TypstError as error:
        raise DocgenError(_template_problem(error, look), Exit.TEMPLATE) from error


def _compile_source(source: bytes, look: Path, fonts: str, folders: tuple[Path, ...]) -> tuple[bytes, tuple[str, ...]]:
    with _ONE_AT_A_TIME:
        data, warnings = _compiler(look, fonts, folders).compile_with_warnings(source, format="pdf")
    return bytes(data), tuple(str(warning) for warning in warnings)


def _compile(document: Document, setting: Setting) -> tuple[bytes, tuple[Problem, ...]]:
    data, warnings = _compile_cached(document, setting.look.folder, _families(setting.fonts), setting.fonts.folders)
    return data, _told(warnings, setting)


def compiled(source: bytes, setting: Setting) -> tuple[bytes, tuple[Problem, ...]]:
    """The PDF of a source that uses the look, and what Typst warns of. Raises typst.TypstError."""
    data, warnings = _compile_source(source, setting.look.folder, _families(setting.fonts), setting.fonts.folders)
    return data, _told(warnings, setting)


def _families(fonts: FontSet) -> str:
    return json.dumps(families_by_role(fonts), ensure_ascii=False, sort_keys=True)


def _told(warnings: tuple[str, ...], setting: Setting) -> tuple[Problem, ...]:
    return tuple(
        Problem(
            "R411",
            _("Typst on {look}: {warning}").format(look=setting.look.name, warning=warning),
            severity="warning",
        )
        for warning in warnings
    )


_ONE_AT_A_TIME = threading.Lock()
"""Pages may be set in a thread, and a compiler refuses a second document while it is at one."""


@functools.lru_cache(maxsize=4)
def _compiler(look: Path, families: str, folders: tuple[Path, ...]) -> Any:
    """One compiler per process and look: loading the fonts costs more than setting a form."""
    import typst

    return typst.Compiler(
        root=str(look),
        font_paths=[str(folder) for folder in folders],
        ignore_system_fonts=True,
        sys_inputs={"fonts": families},
    )


def families_by_role(fonts: FontSet) -> dict[str, list[str]]:
    """Role → families, the role's own first, then those that lend single characters."""
    return {role: list(fonts.families(role)) for role in fonts.faces}


def literal(function: str, data: str) -> bytes:
    """A source that calls a function of ``page.typ`` with this JSON."""
    string = data.replace("\\", "\\\\").replace('"', '\\"')
    return f'#import "/page.typ": {function}\n#{function}(json(bytes("{string}")))\n'.encode()


def _template_problem(error: Any, look: Path) -> Problem:
    message = getattr(error, "message", str(error))
    place = re.search(r"┌─ (\S+\.typ:\d+:\d+)", getattr(error, "diagnostic", ""))
    where = f" ({place[1]})" if place else ""
    return Problem(
        "R410",
        _("page.typ of the look {look} cannot be set{where}: {message}").format(
            look=look.name, where=where, message=message
        ),
        hint="; ".join(getattr(error, "hints", [])),
    )
