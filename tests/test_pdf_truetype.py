"""Forms set together and cut apart in fonts with TrueType outlines, as a bureau's machine has them."""

from __future__ import annotations

import functools
import tempfile
import zlib
from pathlib import Path

import pytest
from cutting import (
    FORMS,
    assert_as_on_its_own,
    blank,
    characters,
    filled,
    fonts,
    fonts_in,
    outlines_of,
    together,
)
from fontTools.ttLib.sfnt import calcChecksum
from hypothesis import given, settings
from hypothesis import strategies as some
from press import setting
from tiny_fonts import make_truetype

from docgen.render import RENDERERS, Setting
from docgen.render.glyphs import text_by_role
from docgen.render.pdf.glyf import TrueType
from docgen.render.pdf.outlines import UnknownFontError
from docgen.world.fonts import find_fonts

FAMILIES = ("仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体")
PARTS = "号表市单位联"
"""Characters that are put together of others: on the blank forms, in values, or both."""


@functools.cache
def truetype() -> Setting:
    """The look of the samples in such fonts."""
    usual = setting()
    folder = Path(tempfile.mkdtemp())
    forms = (one for name in FORMS for one in (blank(name), filled(name, 1), filled(name, 2), filled(name, 3)))
    text = " \u00a0\u3000" + "".join({char for form in forms for text in text_by_role(form).values() for char in text})
    like = usual.fonts.faces["fangsong"].path
    make_truetype(folder, like, FAMILIES, text, PARTS)
    found = find_fonts(folders=[folder])
    assert {face.path.parent for face in found.faces.values()} == {folder}
    return Setting(usual.look, found)


@pytest.mark.parametrize("name", FORMS)
def test_it_is_what_the_form_gives_on_its_own(name: str) -> None:
    assert_as_on_its_own(name, truetype())


def test_the_others_do_not_matter() -> None:
    name = "tianjin-2020 2"
    first, second, third = together(name, 1, 2, 3, how=truetype())
    assert together(name, 3, 1, how=truetype()) == [third, first]
    assert together(name, 2, how=truetype()) == [second]


def test_fonts_are_cut_not_left_whole() -> None:
    """The files hold what a form on its own holds, not the glyphs of three units."""
    name = "tianjin-2020 2"
    for number, file in enumerate(together(name, 1, 2, 3, how=truetype()), 1):
        alone = RENDERERS["pdf"](filled(name, number), truetype()).data
        assert characters(file) >= characters(alone)
        own, own_alone = ({shape for font in fonts(one) for shape in font} for one in (file, alone))
        assert own >= own_alone
        assert own - own_alone <= {
            shape for font in fonts(RENDERERS["pdf"](blank(name), truetype()).data) for shape in font
        }


# ---------------------------------------------------------------- the parts


@functools.cache
def embedded() -> bytes:
    """The font of the body as Typst embeds it."""
    (file,) = together("tianjin-2020 2", 1, how=truetype())
    return max(fonts_in(file), key=len)


def test_glyphs_put_together_of_others_are_there() -> None:
    assert sum(glyph[:2] == b"\xff\xff" for glyph in TrueType(embedded()).glyphs) >= 3


@settings(max_examples=60, deadline=None)
@given(some.data())
def test_a_font_with_fewer_glyphs(data: some.DataObject) -> None:
    whole = embedded()
    font = TrueType(whole)
    count = data.draw(some.integers(1, len(font.glyphs)))
    left = [*range(count, len(font.glyphs))]
    others = data.draw(some.lists(some.sampled_from(left), unique=True)) if left else []
    made = font.with_glyphs(font.fixed(count), others)
    before, after = outlines_of(whole), outlines_of(made.file.whole())
    assert [after[number] for number in (*range(count), *made.numbers)] == [
        before[one] for one in (*range(count), *others)
    ]
    assert len(after) == made.glyphs
    assert set(after) == {before[one] for one in font.with_parts([*range(count), *others])}
    assert zlib.decompress(made.file.deflated()) == made.file.whole()


def test_its_checksum_is_right() -> None:
    font = TrueType(embedded())
    file = font.with_glyphs(font.fixed(4), [9, 6]).file.whole()
    assert calcChecksum(file) == 0xB1B0AFBA


@pytest.mark.parametrize(("tag", "other"), [(b"loca", b"locq"), (b"post", b"GSUB"), (b"glyf", b"CFF ")])
def test_a_font_of_another_kind_is_refused(tag: bytes, other: bytes) -> None:
    whole = embedded()
    assert tag in whole[:300]
    with pytest.raises(UnknownFontError):
        TrueType(whole.replace(tag, other, 1))
