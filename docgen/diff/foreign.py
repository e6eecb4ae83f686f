"""Word files that docgen did not make, read into the tree, so that everything that compares notices compares them too.

    is_word_file(path)                 whether to take this way at all
    side_of_file(path)                 a Side: title, paragraphs, headings by their numbers, tables
    tracked_files(old, new, …)         修订稿 on the new file's own XML: its styles, headers and page layouts stay

Letters: D100 unreadable, D101 of another kind, D102 encrypted, D103 broken, D104 too large when unpacked, D105
entities; all exit 3. What is not text is not compared: pictures, automatic numbers, headers, footnotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.diff.changes import Side
from docgen.document.tree import Block, Heading, Metadata, Notice, Paragraph, Signature, Span, TextTable
from docgen.language import _
from docgen.sources.text_file import similar_name

if TYPE_CHECKING:
    from docgen.diff.tracked import Marked

LARGEST = 100_000_000
"""Bytes of a file that is read at all."""
WORD_FILES = (".docx", ".docm", ".dotx", ".doc", ".wps", ".rtf", ".odt", ".pdf", ".xlsx", ".xls")
"""Endings that no campaign has: these go this way, if only to be told what is wrong with them."""

_TITLE = re.compile(r".*(通知|通报|公告|通告|意见|决定|办法|函|方案|规定|细则|请示|报告|批复|纪要)(（.*）)?")
_FRONT = 12
"""The title is looked for in so many paragraphs."""
_LEVELS: tuple[tuple[Literal[1, 2, 3, 4], re.Pattern[str]], ...] = (
    (1, re.compile(r"[一二三四五六七八九十百]+、")),
    (2, re.compile(r"[（(][一二三四五六七八九十百]+[）)]")),
    (3, re.compile(r"\d{1,2}[.．](?!\d)")),
    (4, re.compile(r"[（(]\d{1,2}[）)]")),
)
_OBJECTS = re.compile("[\ue000-\uf8ff]")
_OUTLINE = 40


def is_word_file(path: Path) -> bool:
    """By its name alone."""
    return path.suffix.lower() in WORD_FILES


def read_word_file(path: Path) -> bytes:
    """The file's bytes. Raises DocgenError (exit 3) where it cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            message = _("the file is larger than {megabytes} MB").format(megabytes=LARGEST // 1_000_000)
            raise DocgenError(Problem("D104", message, Place(str(path))), Exit.CAMPAIGN)
        return path.read_bytes()
    except OSError as error:
        raise DocgenError(_unread(path, error), Exit.CAMPAIGN) from error


def _unread(path: Path, error: OSError) -> Problem:
    if path.is_dir():
        return Problem("D100", _("this is a folder, not a file"), Place(str(path)), _("name the file in it"))
    if isinstance(error, FileNotFoundError):
        return Problem("D100", _("there is no such file"), Place(str(path)), similar_name(path))
    message = _("the file cannot be read: {reason}").format(reason=error.strerror or error)
    return Problem("D100", message, Place(str(path)))


def side_of_file(path: Path) -> Side:
    """One side of a comparison. Raises DocgenError (exit 3) where the file cannot be read."""
    return side_of(read_word_file(path), str(path))


def side_of(data: bytes, name: str) -> Side:
    """The words of a .docx, called ``name`` in letters; changes tracked in it count as accepted."""
    return Side(_notice(list(_blocks(_body(data, name)))), label=Path(name).stem)


def tracked_files(old: Path, new: Path, author: str = "docgen", moment: int = 0) -> Marked:
    """修订稿 of two files; ``struck`` of ``docgen.diff.tracked`` makes a 花脸稿 of its ``data``."""
    from docgen.diff.tracked import tracked

    return tracked(read_word_file(old), read_word_file(new), author, moment, (str(old), str(new)))


# ---------------------------------------------------------------- reading


def _body(data: bytes, name: str) -> Any:
    from docgen.diff.tracked import body_of
    from docgen.diff.word.package import open_package, parsed
    from docgen.diff.word.settle import settle, unwrapped

    package = open_package(data, name)
    body = body_of(parsed(package.parts[package.main], name), name)
    unwrapped(body)
    settle(body)
    return body


def _notice(blocks: list[Block]) -> Notice:
    """The title is the first of the early paragraphs that reads like one; without it the notice has none."""
    at = next((i for i, block in enumerate(blocks[:_FRONT]) if _is_title(block)), None)
    title = "" if at is None else _words(blocks.pop(at))
    return Notice(Metadata(title, ""), (title,) if title else (), "", tuple(blocks), Signature((), ""))


def _is_title(block: Block) -> bool:
    text = _words(block) if isinstance(block, Paragraph) else ""
    return 6 <= len(text) <= 120 and bool(_TITLE.fullmatch(text))


def _words(block: Block) -> str:
    return "".join(span.text for span in block.spans) if isinstance(block, Paragraph) else ""


def _blocks(container: Any) -> Iterator[Block]:
    from docgen.diff.word.names import TBL, P

    for node in container:
        if node.tag == P:
            yield from (_block(text) for text in (*_boxes(node), _text(node)) if text)
        elif node.tag == TBL and (rows := list(_rows(node))):
            yield TextTable(rows[0], tuple(rows[1:]), tuple("left" for _cell in rows[0]))


def _block(text: str) -> Block:
    for level, number in _LEVELS:
        if number.match(text):
            return Heading(level, re.split("[。；]", text)[0][:_OUTLINE], (Span(text),))
    return Paragraph((Span(text),))


def _text(paragraph: Any) -> str:
    from docgen.diff.word.words import Objects, words_of

    return re.sub(r"\s*\n\s*", "", _OBJECTS.sub("", words_of(paragraph, Objects()).text).replace("\f", "")).strip()


def _boxes(paragraph: Any) -> Iterator[str]:
    """What stands in text boxes: letterheads are often made so."""
    from docgen.diff.word.names import P, is_fallback, w

    for box in paragraph.iter(w("txbxContent")):
        if not is_fallback(box):
            yield from (_text(inner) for inner in box.iter(P))


def _rows(table: Any) -> Iterator[tuple[str, ...]]:
    from docgen.diff.word.names import TC, TR, P

    rows = [
        tuple("\n".join(filter(None, (_text(p) for p in cell.iter(P)))) for cell in row.iterchildren(TC))
        for row in table.iterchildren(TR)
    ]
    width = max(map(len, rows), default=0)
    yield from ((*row, *[""] * (width - len(row))) for row in rows if width)
