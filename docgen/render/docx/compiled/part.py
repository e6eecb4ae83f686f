"""A part of a template that has tags: its Jinja source and, where it needs no Jinja, its pieces."""

from __future__ import annotations

import re

from jinja2 import Environment, nodes

from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.frozen import dataclass
from docgen.language import _
from docgen.render.docx.compiled.archive import Archive
from docgen.render.docx.compiled.expressions import split_source, written
from docgen.render.docx.compiled.letters import FAULTS, fault_letter, not_well_formed
from docgen.render.docx.compiled.pieces import Pieces, cut, holds_marks, mark
from docgen.render.docx.compiled.stray import stray_text
from docgen.render.docx.strict import strict_environment
from docgen.render.docx.tag_blocks import printed_once
from docgen.render.docx.tag_sources import Known, unreadable_source

CORE = "docProps/core.xml"
"""Title, author and the like of the file."""

_TAG_IN_CORE = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)
_RECKONED_WITH = re.compile(r'<w:gridSpan [^<>]*"\{')
"""docxtpl counts with the value, so a mark will not do."""

Split = list[str | nodes.Expr]


@dataclass(frozen=True)
class Part:
    """A member of the archive. ``keys`` name the expressions in letters, in order.

    ``frame`` is what stands before and behind the body in word/document.xml; ``reason`` says why there are no pieces.
    """

    name: str
    source: str
    keys: tuple[str, ...] = ()
    pieces: Pieces | None = None
    reason: str = ""
    frame: tuple[bytes, bytes] | None = None


def parts_of(docx: bytes, archive: Archive, known: Known | None, place: Place | None) -> tuple[Part, ...]:
    """Every part that docxtpl writes anew, and the core properties where they have tags.

    Raises DocgenError (exit 4): T400 where it is no Word file, else a letter for each mistake in the tags.
    """
    from docgen.render.docx.compiled.taken import NotWellFormedError, parsed, take
    from docgen.render.docx.doctor import misplaced_tags

    environment = strict_environment()
    misplaced = [*misplaced_tags(archive, place)]
    problems: list[Problem] = []
    splits: dict[str, Split | None] = {}

    def answer(name: str, source: str) -> str:
        problems.extend(unreadable_source(source, environment, known, place))
        splits[name] = split = None if misplaced or problems else _split(source, environment)
        if split is not None:
            return _marked(split)
        if not (misplaced or problems):
            parsed(printed_once(environment.parse(source).body))
        return _empty(source)

    try:
        taken = take(docx, answer, place)
    except NotWellFormedError as error:
        problems.append(not_well_formed(error, place))
    except FAULTS as error:
        problems += fault_letter(error, {}, place).problems
    if (core := _core_source(archive)) and not problems:
        answer(CORE, core)
    if misplaced:  # what Jinja does not understand then may well follow from it
        problems = [*misplaced, *(problem for problem in problems if problem.code in ("T401", "T408", "T410"))]
    if problems:
        raise DocgenError(dict.fromkeys(problems), Exit.TEMPLATE)
    parts = [_part(name, source, splits[name], taken.finished[name]) for name, source in taken.sources.items()]
    if core:
        parts.append(_part(CORE, core, splits[CORE], _marked(splits[CORE] or []).encode()))
    return tuple(parts)


def _part(name: str, source: str, split: Split | None, finished: bytes) -> Part:
    from lxml import etree

    frame = _frame(finished) if source.lstrip().startswith("<w:body") else None
    if split is None:
        columns = _RECKONED_WITH.search(source)
        reason = _("{part} reckons with numbers of columns") if columns else _("{part} has loops or conditions")
        return Part(name, source, reason=reason.format(part=name), frame=frame)
    keys = tuple(written(part) for part in split if not isinstance(part, str))
    if any(holds_marks(text) for text in stray_text(etree.fromstring(finished))):
        return Part(name, source, keys, reason=_("{part} takes rich text").format(part=name), frame=frame)
    pieces = cut(finished)
    reason = "" if pieces else _("{part} has values in unusual places").format(part=name)
    return Part(name, source, keys, pieces, reason, frame)


def _split(source: str, environment: Environment) -> Split | None:
    """Text and expressions; None where only Jinja can fill in the part."""
    if holds_marks(source) or _RECKONED_WITH.search(source):
        return None
    return split_source(environment.parse(source))


def _marked(split: Split) -> str:
    slots = iter(range(len(split)))
    return "".join(part if isinstance(part, str) else mark(next(slots)) for part in split)


def _empty(source: str) -> str:
    """The part's outermost element with nothing in it, for docxtpl to have something to go on with."""
    found = re.search(r"<\w[^>]*?(?=/?>)", source)
    return f"{found.group()}/>" if found else source


def _frame(finished: bytes) -> tuple[bytes, bytes]:
    found = re.search(rb"<w:body\b[^>]*/>|<w:body\b.*</w:body>", finished, re.DOTALL)
    return (finished[: found.start()], finished[found.end() :]) if found else (finished, b"")


# ---------------------------------------------------------------- core properties


def _core_source(archive: Archive) -> str:
    """Done here, because docxtpl would escape them twice and knows only some; empty if there are no tags in them."""
    if CORE not in archive.members:
        return ""
    xml = archive.read(CORE).decode("utf-8-sig")
    return _TAG_IN_CORE.sub(lambda tag: _unescaped(tag.group()), xml) if _TAG_IN_CORE.search(xml) else ""


def _unescaped(tag: str) -> str:
    for escape, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        tag = tag.replace(escape, sign)
    return tag
