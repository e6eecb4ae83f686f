"""修订稿 and 花脸稿: the new Word file, with what differs from the old one marked in it.

    tracked(old, new, author, moment)     修订稿: Word's own tracked changes, to accept or reject one by one
    struck(修订稿)                         花脸稿: the same as ordinary text, deletions struck, additions underlined

Both work on any two .docx, docgen's own and others'. Nothing is re-set: the result is the new file, its styles, headers
and page layouts, and in its text the marks. What moved is gone in one place and new in the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from docgen.diff.word.package import Package, open_package, packed, parsed
from docgen.frozen import dataclass

if TYPE_CHECKING:
    from docgen.diff.word.names import Node
    from docgen.document.tree import Notice
    from docgen.render.setting import Setting

AUTHOR = "docgen"

ImprintPlace = Callable[[], str]
"""Waits until it is known where 版记 goes, and says it."""


@dataclass(frozen=True)
class Marked:
    """A .docx; how many of the changes that the two files themselves had were taken as accepted; what was lost.

    ``marks`` counts the insertions and deletions in it.

    ``lost``: pictures, footnotes and the like that only the old file has and the new one cannot show as deleted.
    """

    data: bytes
    settled: int = 0
    lost: int = 0
    marks: int = 0


def tracked_notice(old: Notice, new: Notice, setting: Setting, place: ImprintPlace | None = None) -> bytes:
    """修订稿 of two notices in the usual look. ``setting`` has the new one's fonts.

    Raises what ``render_docx`` raises. Both have 版记 in the new one's place: the pages are the new one's, and asking
    for them takes a third of the time; ``place`` may have been asked for already.
    """
    from docgen.render.docx.shell import compiled
    from docgen.render.docx.whole import rendered

    place = place or asked_for_place(new, setting)
    compiled(setting.look)  # while the pages are set
    where = place() or "next"
    before, after = (rendered(one, setting, where).data for one in (old, new))
    return tracked(before, after, AUTHOR, setting.source_date).data


def struck_notice(old: Notice, new: Notice, setting: Setting, place: ImprintPlace | None = None) -> bytes:
    """花脸稿 of two notices in the usual look."""
    return struck(tracked_notice(old, new, setting, place))


def asked_for_place(new: Notice, setting: Setting) -> ImprintPlace:
    """Begins to set the pages, for which Python is not needed; what comes back waits and says where 版记 goes."""
    from docgen.render.docx.whole import imprint_place_of
    from docgen.world.meanwhile import begun

    return begun(lambda: imprint_place_of(new, setting))


def tracked(
    old: bytes, new: bytes, author: str = AUTHOR, moment: int = 0, names: tuple[str, str] = ("old", "new")
) -> Marked:
    """修订稿 of two .docx, dated ``moment`` (seconds since 1970); equal files give equal bytes.

    All changes accepted, its text is the new one's; all rejected, the old one's, paragraph by paragraph. Raises
    DocgenError (exit 3) where a file, called by its name in ``names``, cannot be read.
    """
    from docgen.diff.word.merge import merge_body
    from docgen.diff.word.names import w
    from docgen.diff.word.pen import Pen
    from docgen.diff.word.settle import settle, unwrapped

    before, after = open_package(old, names[0]), open_package(new, names[1])
    roots = [parsed(one.parts[one.main], one.name) for one in (before, after)]
    bodies = [body_of(root, one.name) for root, one in zip(roots, (before, after), strict=True)]
    settled = 0
    for body in bodies:
        unwrapped(body)
        settled += settle(body)
    pen = Pen(author, moment, _last_number(roots[1], w("id")), _styles(after), _same_lists(before, after))
    first = pen.number
    merge_body(bodies[0], bodies[1], pen)
    return Marked(packed(after.with_main(_written_out(roots[1]))), settled, pen.lost, pen.number - first)


def struck(tracked: bytes) -> bytes:
    """花脸稿 of a 修订稿: what is gone red and struck through, what came blue and underlined, as ordinary text."""
    from docgen.diff.word.strike import strike

    package = open_package(tracked, "")
    root = parsed(package.parts[package.main], "")
    strike(root)
    return packed(package.with_main(_written_out(root)))


def body_of(root: Node, name: str) -> Node:
    """Where the text is. Raises DocgenError (exit 3) if there is no such place."""
    from docgen.diagnostics import DocgenError, Exit, Place, Problem
    from docgen.diff.word.names import w
    from docgen.language import _

    body = root.find(w("body"))
    if body is None:
        hint = _("open it in Word or WPS, save it again as .docx, and take that one")
        raise DocgenError(
            Problem("D103", _("the file has no text that Word could show"), Place(name), hint), Exit.CAMPAIGN
        )
    return body


def _last_number(root: Node, name: str) -> int:
    """Marks are numbered on from those that the file has (bookmarks, comments)."""
    numbers = (node.get(name, "") for node in root.iter() if isinstance(node.tag, str))
    return max((int(one) for one in numbers if one.isascii() and one.isdigit() and len(one) < 9), default=0)


def _styles(package: Package) -> frozenset[str]:
    text = package.part("styles.xml").decode("utf-8", "replace")
    return frozenset(re.findall(r'w:styleId="([^"]*)"', text))


def _same_lists(before: Package, after: Package) -> bool:
    return before.part("numbering.xml") == after.part("numbering.xml")


def _written_out(root: Node) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
