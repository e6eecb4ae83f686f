"""The words of two forms that are no fields: captions, labels, opinions, notes, titles.

A label says again what its field is called, a hint （不超过500字） what its limit is; such words are told with the
field.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.diff.alignment import Unit, aligned
from docgen.diff.changes import Change, Kind
from docgen.diff.fields import Asked, Said, bare, said_in, without_any_limit, without_limits
from docgen.diff.ground import Ground
from docgen.diff.tokens import Segment, compared, segments_of
from docgen.diff.words import tokens_of
from docgen.document.tree import Annex, Form, WordForm


def word_changes(
    old: Annex, new: Annex, asked_old: Sequence[Asked], asked_new: Sequence[Asked], ground: Ground
) -> Iterator[Change]:
    """What changed in them; ``ground`` knows what the fields already tell."""
    if not isinstance(old.content, Form) or not isinstance(new.content, Form):
        yield from _drawn_in_word(old, new)
        return
    yield from _title(old, new, ground)
    before, after = said_in(old.content, asked_old), said_in(new.content, asked_new)
    pairs = aligned([Unit(one.text) for one in before], [Unit(one.text) for one in after])
    for index, said in enumerate(before):
        if index not in {pair.old for pair in pairs} and not _names_a_field(said, asked_old):
            yield Change("form-changed", said.where, said.text, "", compared(said.text, ""), "删去", id="words")
    for index, said in enumerate(after):
        if index not in {pair.new for pair in pairs} and not _names_a_field(said, asked_new):
            yield Change("form-changed", said.where, "", said.text, compared("", said.text), "增加", id="words")
    for pair in pairs:
        yield from _reworded(before[pair.old], after[pair.new], asked_old, asked_new, ground)


def _names_a_field(said: Said, asked: Sequence[Asked]) -> bool:
    """A label with its hint: whatever became of it, the field tells."""
    return any(one.field.label and said.text.startswith(one.field.label) for one in asked)


def _reworded(
    old: Said, new: Said, asked_old: Sequence[Asked], asked_new: Sequence[Asked], ground: Ground
) -> Iterator[Change]:
    before = without_limits(old.text, {one.field.limit for one in asked_old})
    after = without_limits(new.text, {one.field.limit for one in asked_new})
    if not unexplained(before, after, ground) or not unexplained(old.text, new.text, ground):
        return
    limit = without_any_limit(old.text) == without_any_limit(new.text)
    kind: Kind = "field-limit" if limit else "form-changed"
    subject = without_any_limit(new.text) if limit else ""
    yield Change(kind, new.where, old.text, new.text, compared(old.text, new.text), id="words", subject=subject)


def _drawn_in_word(old: Annex, new: Annex) -> Iterator[Change]:
    """What only Word can show: that the file is another is all there is to say."""
    templates = [one.content.template if isinstance(one.content, WordForm) else b"" for one in (old, new)]
    if templates[0] != templates[1]:
        names = ["Word 表格" if template else "docgen 表格" for template in templates]
        yield Change("form-changed", "", names[0], names[1], compared(names[0], names[1]), "表格文件有变动", id="words")


def _title(old: Annex, new: Annex, ground: Ground) -> Iterator[Change]:
    """The title of the form itself, where it is not the annex's."""
    titles = []
    for annex in (old, new):
        assert isinstance(annex.content, Form)
        cover = annex.content.cover
        titles.append(bare("".join(cover.title if cover else annex.content.title)))
    if [old.title, new.title] != titles and unexplained(titles[0], titles[1], ground):
        pieces = compared(titles[0], titles[1])
        yield Change("form-changed", "表名", titles[0], titles[1], pieces, id="title")


def unexplained(old: str, new: str, ground: Ground) -> tuple[Segment, ...]:
    """Both texts side by side if they differ by more than what is reported elsewhere; else nothing."""
    if old == new:
        return ()
    segments = segments_of(tokens_of(old), tokens_of(new))
    return segments if any(not one.same and not ground.explains(one) for one in segments) else ()
