"""What is wrong with a Word template, told in the words that stand in it: all at once, before anything is filled in.

docxtpl itself says little: a paragraph with ``{%p … %}`` and other text loses the text, ``｛｛ 单位 ｝｝`` is
printed as it stands, a name misspelt prints nothing. Letters: T402 full-width braces, T403 a tag that does not end or
is split, T404 text that would vanish, T405 a table's tag outside a table, T406 a block not closed (``tag_blocks``),
T409 a tag that is none. What only docxtpl's Jinja source shows is in ``tag_sources``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docgen.diagnostics import Place, Problem, did_you_mean
from docgen.language import _
from docgen.render.docx.compiled.archive import Archive
from docgen.render.docx.tag_blocks import unclosed_blocks
from docgen.render.docx.tag_places import LEVELS, TAG, VERBS, Spot, Tag, W, short, spots_of, text_in
from docgen.sources.word_file import not_a_word_file

Found = Iterator[Problem]

_ENDNOTES = "word/endnotes.xml"
_WITH_TAGS = re.compile(r"word/(document|header|footer|footnotes)\d*\.xml")
_WIDE = re.compile(r"[{｛]\s*｛|｛\s*[{｛]|[｝}]\s*｝|｝\s*[｝}]|｛\s*[%％]|\{％|[%％]\s*｝|％\}")
_LOOSE = re.compile(r"\{\s*\{|\}\s*\}|\{\s*%|%\s*\}")
_BEGINS_AGAIN = re.compile(r"\{[{%].*\{[{%]", re.DOTALL)
_OF_CELLS = ("colspan", "cellbg", "vm", "hm")


def misplaced_tags(archive: Archive, place: Place | None) -> Found:
    """A letter for each mistake in how the tags stand in Word; ``place`` names the file."""
    if _ENDNOTES in archive.members:
        yield from _never_filled_in(_root(archive, _ENDNOTES, place), place)
    for name in sorted(filter(_WITH_TAGS.fullmatch, archive.members)):
        root = _root(archive, name, place)
        spots = [*spots_of(name, root)]
        yield from _deleted_tags(root, place)
        for spot in spots:
            for check in CHECKS:
                yield from check(spot, place)
        # A tag that is none may well be the misspelt beginning or end of a block.
        unknown = [problem for spot in spots for problem in unknown_verbs(spot, place)]
        yield from unknown or unclosed_blocks(spots, place)


def full_width_braces(spot: Spot, place: Place | None) -> Found:
    """｛｛ 单位 ｝｝ is plain text."""
    if signs := dict.fromkeys(_WIDE.findall(spot.text)):
        message = _('"{signs}" are full-width braces, which fill nothing in, {where}')
        words = message.format(signs=" ".join(signs), where=spot.where)
        yield Problem("T402", words, place, _("type half-width braces: {{ … }}"))


def unfinished_tags(spot: Spot, place: Place | None) -> Found:
    """A tag must begin and end within its paragraph."""
    rest = TAG.sub(lambda tag: tag.group() if _BEGINS_AGAIN.match(tag.group()) else " ", spot.text)
    if found := _LOOSE.search(rest):
        message = _('"{sign}" is half a tag, {where}').format(sign=found.group(), where=spot.where)
        hint = _("write the whole tag in one paragraph: {{ name }}, {% if … %}")
        yield Problem("T403", message, place, hint)


def split_tags(spot: Spot, place: Place | None) -> Found:
    """Runs of other formatting within a tag can be healed; a link or a tracked change that begins in it cannot."""
    for tag in spot.tags:
        first, last = (spot.piece_at(at).getparent() for at in (tag.start, tag.start + len(tag.text) - 1))
        if first.getparent() is not last.getparent():
            message = _('"{tag}" is split by a link, a field or a tracked change, {where}')
            hint = _("accept the changes, delete the tag and type it again in one go")
            yield Problem("T403", message.format(tag=short(tag.text), where=spot.where), place, hint)


def vanishing_text(spot: Spot, place: Place | None) -> Found:
    """A tag for a whole paragraph, cell or row takes the place of it, with all that is in it."""
    for tag in spot.tags:
        match tag.level:
            case "p":
                yield from _alone(tag, spot, spot.text, _("paragraph"), place)
            case "tc" if spot.cell is not None:
                yield from _alone(tag, spot, text_in(spot.cell), _("cell"), place)
            case "tr" if spot.row is not None:
                yield from _alone(tag, spot, text_in(spot.row), _("row"), place)


def _alone(tag: Tag, spot: Spot, text: str, around: str, place: Place | None) -> Found:
    rest = re.sub(r"\{#.*?#\}", "", text.replace(tag.text, "", 1)).strip()
    if rest:
        message = _('"{tag}" takes the place of its whole {around}, and "{rest}" would vanish, {where}')
        hint = _("put the tag into a {around} of its own").format(around=around)
        words = message.format(tag=short(tag.text), around=around, rest=short(rest), where=spot.where)
        yield Problem("T404", words, place, hint)


def outside_tables(spot: Spot, place: Place | None) -> Found:
    """Tags of rows and cells belong into tables."""
    for tag in spot.tags:
        if (tag.level in ("tr", "tc") or tag.verb in _OF_CELLS) and spot.cell is None:
            message = _('"{tag}" stands outside a table, {where}').format(tag=short(tag.text), where=spot.where)
            hint = _("outside tables write {tag}").format(tag="{%p … %}") if tag.level else ""
            yield Problem("T405", message, place, hint)


def unknown_verbs(spot: Spot, place: Place | None) -> Found:
    """``{% fro … %}``; and docxtpl knows ``{%p if … %}``, not ``{% p if … %}``."""
    for tag in spot.tags:
        if tag.sign == "%" and tag.verb and tag.verb not in VERBS:
            message = _('"{verb}" in "{tag}" is not a tag, {where}')
            level = tag.verb if tag.verb in LEVELS else ""
            hint = _("write {tag}").format(tag=f"{{%{level} … %}}") if level else did_you_mean(tag.verb, VERBS)
            words = message.format(verb=tag.verb, tag=short(tag.text), where=spot.where)
            yield Problem("T409", words, place, hint)


CHECKS = (full_width_braces, unfinished_tags, split_tags, vanishing_text, outside_tables)


def _never_filled_in(endnotes: Any, place: Place | None) -> Found:
    """docxtpl fills in footnotes, and no endnotes."""
    for tag in [tag for spot in spots_of(_ENDNOTES, endnotes) for tag in spot.tags]:
        message = _('"{tag}" stands in an endnote, where nothing is filled in').format(tag=short(tag.text))
        yield Problem("T405", message, place, _("make a footnote of it"))


def _deleted_tags(root: Any, place: Place | None) -> Found:
    """Text that a tracked change deletes is still in the file, and its tags would be filled in."""
    for change in root.iter(f"{W}del"):
        text = "".join(node.text or "" for node in change.iter(f"{W}delText"))
        if _LOOSE.search(text):
            message = _('"{text}" is deleted by a tracked change, and still in the file').format(text=short(text))
            yield Problem("T403", message, place, _("accept the changes"))


def _root(archive: Archive, name: str, place: Place | None) -> Any:
    from lxml import etree

    try:
        return etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError as error:
        raise not_a_word_file(f"{name}: {error.msg}", place) from error
