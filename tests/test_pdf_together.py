"""Forms of many units set together and cut apart: each file is what the form gives on its own, and nobody else's."""

from __future__ import annotations

import dataclasses
import functools
import io
import re
import zlib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pikepdf
import pytest
from batches import Batch, lay_out, rows
from cutting import (
    FORMS,
    assert_as_on_its_own,
    blank,
    characters,
    content_of,
    filled,
    fonts,
    fonts_in,
    outlines_of,
    texts,
    together,
)
from fontTools.cffLib import CFFFontSet
from hypothesis import given, settings
from hypothesis import strategies as some
from press import setting
from small_project import Project

from docgen.document.tree import fields_of
from docgen.render import RENDERERS
from docgen.render.pdf.cff import Cff
from docgen.render.pdf.cut import Cut
from docgen.render.pdf.cut_pages import Page
from docgen.render.pdf.deflated import Pieces, deflated
from docgen.render.pdf.objects import UncutError, read_objects
from docgen.render.pdf.outlines import UnknownFontError
from docgen.render.pdf.together import Together, can_be_set_together
from docgen.templates.find import Look

# ---------------------------------------------------------------- the same as on its own


@pytest.mark.parametrize("name", FORMS)
def test_it_is_what_the_form_gives_on_its_own(name: str) -> None:
    assert_as_on_its_own(name, setting())


@pytest.mark.parametrize("name", FORMS)
def test_the_others_do_not_matter(name: str) -> None:
    first, second, third = together(name, 1, 2, 3)
    assert together(name, 3, 1) == [third, first]
    assert together(name, 2) == [second]


def test_pages_are_counted_and_the_engine_is_named() -> None:
    name = "tianjin-2020 2"
    (made,) = Together(blank(name), setting()).begun([filled(name, 1)])()
    alone = RENDERERS["pdf"](filled(name, 1), setting())
    assert made is not None
    assert (made.pages, made.engine) == (alone.pages, "typst")
    # 珺 and its like are lent by another typeface.
    assert {one.code for one in made.warnings} == {one.code for one in alone.warnings} == {"W303"}


def test_the_file_is_sound() -> None:
    """Every object is there, once, and is read by others as it was meant."""
    for file in together("shanghai-2023 3", 1, 2):
        with pikepdf.open(io.BytesIO(file)) as opened:
            assert opened.check_pdf_syntax() == []
            assert len(opened.objects) == len(read_objects(file).bodies) - 1
            names = opened.Root.StructTreeRoot.IDTree.Names
            cells = {str(one.ID) for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/ID" in one}
            assert {str(one) for one in list(names)[::2]} == cells != set()
            assert all(str(one).startswith("U1x") for one in cells)


# ---------------------------------------------------------------- nobody else's


def test_a_font_has_no_glyph_of_another_unit() -> None:
    name = "tianjin-2020 2"
    units, index = FORMS[name]
    field = next(field.id for field in fields_of(content_of(blank(name))) if not field.options)
    documents = [units.with_values(index, {field: value}) for value in ("甲醛", "饕餮", "魑魅")]
    first, second, third = (one.data for one in Together(blank(name), setting()).begun(documents)() if one)
    for own, others, file in (("甲醛", "饕餮魑魅", first), ("饕餮", "甲醛魑魅", second), ("魑魅", "甲醛饕餮", third)):
        assert set(own) <= characters(file)
        assert not set(others) & characters(file)
    outlines = [{outline for font in fonts(file) for outline in font} for file in (first, second, third)]
    shared = outlines[0] & outlines[1] & outlines[2]
    assert [len(one - shared) for one in outlines] == [2, 2, 2]


def names_of_dictionaries(file: bytes) -> set[str]:
    """What fontTools reads in the fonts of several dictionaries."""
    found = set()
    for font in fonts_in(file):
        opened = CFFFontSet()
        opened.decompile(io.BytesIO(font), None)
        found |= {one.FontName for one in opened[0].FDArray} | {*opened.strings.strings[3:]}
    return {name.rpartition("-")[2] for name in found if name.startswith("NotoSerif")}


def test_a_font_of_several_dictionaries_names_its_own_only() -> None:
    """㎡ and 堃 come from one typeface, and stand in different font dictionaries of it."""
    name = "tianjin-2020 2"
    units, index = FORMS[name]
    field = next(field.id for field in fields_of(content_of(blank(name))) if not field.options)
    documents = [units.with_values(index, {field: value}) for value in ("㎡", "堃", "㊣堃")]
    made = [one.data for one in Together(blank(name), setting()).begun(documents)() if one]
    alone = [one.data for document in documents for one in Together(blank(name), setting()).begun([document])() if one]
    assert made == alone
    signs, name_characters = {"Generic", "Dingbats"}, {"Generic", "Ideographs"}
    assert [names_of_dictionaries(file) for file in made] == [signs, name_characters, signs | name_characters]


# ---------------------------------------------------------------- what cannot be cut out


def test_what_cannot_be_cut_out_is_set_on_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "neimenggu-2023 3"
    whole, usual = Cut.unit, together(name, 1, 2, 3)

    def refusing(self: Cut, number: int) -> bytes:
        file = whole(self, number)
        if "第2中学" in re.sub(r"\s", "", "".join(texts(file))):
            raise UncutError("a unit like this")
        return file

    monkeypatch.setattr(Cut, "unit", refusing)
    made = [*Together(blank(name), setting()).begun([filled(name, number) for number in (1, 2, 3)])()]
    assert [one and one.data for one in made] == [usual[0], None, usual[2]]


def test_one_that_cannot_be_set_leaves_the_others_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "neimenggu-2023 3"
    usual = together(name, 1, 2, 3)
    whole = Together._source

    def broken(self: Together, documents: Any) -> bytes:
        source = whole(self, documents)
        return source + b"#panic()" if "天津市第2中学".encode() in source else source

    monkeypatch.setattr(Together, "_source", broken)
    made = [*Together(blank(name), setting()).begun([filled(name, number) for number in (1, 2, 3)])()]
    assert [one and one.data for one in made] == [usual[0], None, usual[2]]


def test_a_character_without_a_font_is_left_to_the_letter_writer() -> None:
    name = "neimenggu-2023 3"
    units, index = FORMS[name]
    field = next(field.id for field in fields_of(content_of(blank(name))) if not field.options)
    documents = [units.with_values(index, {field: value}) for value in ("甲", "\U0001f9ff", "乙")]
    made = [*Together(blank(name), setting()).begun(documents)()]
    assert [bool(one) for one in made] == [True, False, True]


def test_a_look_without_the_function(tmp_path: Path) -> None:
    (tmp_path / "page.typ").write_text("#let document(data) = [一页]", encoding="utf-8")
    plain = dataclasses.replace(setting(), look=Look("plain", tmp_path))
    assert not can_be_set_together(blank("tianjin-2020 2"), plain)
    assert can_be_set_together(blank("tianjin-2020 2"), setting())


def test_a_unit_gets_its_file_either_way(project: Project, docgen: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    batch: Batch = lay_out(project)
    batch.write(rows(5))
    build = ("build", "--units", "roster.csv", "--format", "pdf", "--jobs", "1", "--force")
    assert docgen(*build).code == 0
    cut = batch.files()
    monkeypatch.setattr(Together, "begun", lambda self, documents: lambda: [None] * len(documents))
    assert docgen(*build).code == 0
    assert cut.keys() == batch.files().keys()
    assert [texts(one) for one in cut.values()] == [texts(one) for one in batch.files().values()]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"BT /f0 12 Tf(\\000\\001)Tj ET/Span<</ActualText(ab)>>BDC", "/ActualText"),
        (b"(\\000\\001)Tj", "without a font"),
        (b"/f0 12 Tf\n(\\000\\001)Tj", "next line"),
        (b"BT/f0 12 Tf(\\000\nab)Tj ET", "("),
        (b"/f0 12 Tf(\\000)Tj", "single bytes"),
    ],
)
def test_text_of_another_kind_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(UncutError, match=re.escape(said)):
        Page(content)


def test_glyphs_of_a_page() -> None:
    page = Page(b"BT/f0 12 Tf[(\\000\\001)-5(\\000(\\000)\\000\\t)]TJ/f1 9.5 Tf<0102>Tj ET")
    assert {name: [*shown] for name, shown in page.shown.items()} == {b"f0": [1, 0x28, 0x29, 9], b"f1": [0x102]}
    assert page.with_glyphs({b"f0": {2: 7}, b"f1": {}}) is None
    changed = page.with_glyphs({b"f0": {0x28: 2}, b"f1": {0x102: 3}})
    assert changed == b"BT/f0 12 Tf[(\\000\\001)-5<000200290009>]TJ/f1 9.5 Tf<0003>Tj ET"


def test_a_font_chosen_lines_before() -> None:
    page = Page(b"BT/f0 12 Tf(\\000\\001)Tj\n1 0 0 1 0 0 Tm\n(\\000\\002)Tj ET")
    assert {name: [*shown] for name, shown in page.shown.items()} == {b"f0": [1, 2]}
    assert page.with_glyphs({b"f0": {2: 5}}) == b"BT/f0 12 Tf(\\000\\001)Tj\n1 0 0 1 0 0 Tm\n<0005>Tj ET"


# ---------------------------------------------------------------- the parts


@functools.cache
def embedded() -> bytes:
    """The font of the body as Typst embeds it."""
    file = max(fonts_in(together("tianjin-2020 2", 1)[0]), key=len)
    assert len(file) > 20_000
    return file


@settings(max_examples=40, deadline=None)
@given(some.data())
def test_a_font_with_fewer_glyphs(data: some.DataObject) -> None:
    whole = embedded()
    font = Cff(whole)
    count = data.draw(some.integers(1, len(font.glyphs)))
    others = data.draw(
        some.lists(some.integers(count, len(font.glyphs) - 1), unique=True)
        if count < len(font.glyphs)
        else some.just([])
    )
    made = font.with_glyphs(font.fixed(count), others)
    before, after = outlines_of(whole), outlines_of(made.file.whole())
    assert after == [before[glyph] for glyph in (*range(count), *others)]
    assert [*made.numbers] == [*range(count, count + len(others))]
    assert zlib.decompress(made.file.deflated()) == made.file.whole()


def test_a_font_of_another_kind_is_refused() -> None:
    opened, written = CFFFontSet(), io.BytesIO()
    opened.decompile(io.BytesIO(embedded()), None)
    # fontTools writes places with as few bytes as they need.
    opened.compile(written, SimpleNamespace(recalcBBoxes=False), isCFF2=False)
    with pytest.raises(UnknownFontError):
        Cff(written.getvalue())


@given(some.lists(some.binary(max_size=3000)), some.frozensets(some.integers(0, 9)))
def test_deflated_in_pieces(pieces: list[bytes], shared: frozenset[int]) -> None:
    many = Pieces(tuple(piece * 3 for piece in pieces), shared)
    assert zlib.decompress(many.deflated()) == many.whole()
    assert zlib.decompress(deflated(many.whole())) == many.whole()
