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
from docgen.diff.word_forms import said_in_word
from docgen.diff.words import tokens_of
from docgen.document.tree import Annex, Form, WordForm


def word_changes(
    old: Annex, new: Annex, asked_old: Sequence[Asked], asked_new: Sequence[Asked], ground: Ground
) -> Iterator[Change]:
    """What changed in them; ``ground`` knows what the fields already tell."""
    match old.content, new.content:
        case Form(), Form():
            yield from _title(old, new, ground)
            before, after = said_in(old.content, asked_old), said_in(new.content, asked_new)
            yield from _words(before, after, asked_old, asked_new, ground)
        case WordForm(), WordForm() if old.content.template != new.content.template:
            before, after = said_in_word(old.content, asked_old), said_in_word(new.content, asked_new)
            changes = tuple(_words(before, after, asked_old, asked_new, ground))
            yield from changes or _set_anew(before == after and asked_old == asked_new)
        case (Form(), WordForm()) | (WordForm(), Form()):
            yield from _drawn_otherwise(isinstance(new.content, WordForm))


def _words(
    before: Sequence[Said],
    after: Sequence[Said],
    asked_old: Sequence[Asked],
    asked_new: Sequence[Asked],
    ground: Ground,
) -> Iterator[Change]:
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


def _set_anew(same: bool) -> Iterator[Change]:
    """Another Word file with the same words: only Word can show what is otherwise."""
    if same:
        yield Change("form-changed", "", "Word 表格", "Word 表格", (), "表格文件有变动，文字和填写栏未变", id="words")


def _drawn_otherwise(in_word: bool) -> Iterator[Change]:
    names = ("docgen 表格", "Word 表格") if in_word else ("Word 表格", "docgen 表格")
    yield Change("form-changed", "", *names, compared(*names), "表格文件有变动", id="words")


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
