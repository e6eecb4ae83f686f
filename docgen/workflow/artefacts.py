"""Every file of a campaign, rendered in memory and named: the whole notice, and each annex on its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from docgen.diagnostics import Problem
from docgen.document.tree import Document
from docgen.frozen import dataclass
from docgen.render import RENDERERS, Rendered, Setting
from docgen.workflow.formats import ANNEX_FORMATS
from docgen.workflow.manifest import MadeFile, sha256
from docgen.workflow.names import NOTICE, annex_names
from docgen.workflow.prepare import Prepared


@dataclass(frozen=True)
class Artefacts:
    """``contents``: file name → bytes; ``engine`` is the PDF engine used, empty without a PDF."""

    files: tuple[MadeFile, ...]
    contents: Mapping[str, bytes]
    engine: str = ""
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class _Piece:
    name: str
    document: Document
    annex: int | None


def render_all(prepared: Prepared, setting: Setting, formats: Sequence[str]) -> Artefacts:
    """The campaign's files in ``formats``. Raises ``DocgenError`` if a document cannot be rendered."""
    rendered = [
        (piece, format, RENDERERS[format](piece.document, setting)) for piece, format in _wanted(prepared, formats)
    ]
    files = tuple(_file(piece, format, one) for piece, format, one in rendered)
    contents = {file.path: one.data for file, (_, _, one) in zip(files, rendered, strict=True)}
    engines = dict.fromkeys(one.engine for _, format, one in rendered if format == "pdf")
    warnings = dict.fromkeys(warning for _, _, one in rendered for warning in one.warnings)
    return Artefacts(files, contents, ", ".join(engines), tuple(warnings))


def _wanted(prepared: Prepared, formats: Sequence[str]) -> Iterator[tuple[_Piece, str]]:
    for format in formats:
        for piece in _pieces(prepared):
            if piece.annex is None or format in ANNEX_FORMATS:
                yield piece, format


def _pieces(prepared: Prepared) -> Iterator[_Piece]:
    from docgen.compose import split_annexes

    yield _Piece(NOTICE, prepared.notice, None)
    names = annex_names(prepared)
    for number, (name, split) in enumerate(zip(names, split_annexes(prepared.notice), strict=True), start=1):
        yield _Piece(name, split, split.annex.number or number)


def _file(piece: _Piece, format: str, rendered: Rendered) -> MadeFile:
    return MadeFile(
        path=f"{piece.name}.{format}",
        kind="notice" if piece.annex is None else "annex",
        annex=piece.annex,
        unit=None,
        format=format,
        bytes=len(rendered.data),
        sha256=sha256(rendered.data),
        pages=rendered.pages,
    )
