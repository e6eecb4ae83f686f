"""Forms of the samples, blank and filled in, and looking into the PDFs that come of them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf
import pypdfium2
from fontTools.cffLib import CFFFontSet
from fontTools.pens.recordingPen import DecomposingRecordingPen, RecordingPen
from fontTools.ttLib import TTFont
from press import CAMPAIGNS, setting

from docgen.compose.units import UnitForms
from docgen.document.tree import Form, SplitAnnex, fields_of
from docgen.render import RENDERERS, Setting
from docgen.render.pdf.objects import number_in, read_objects, stream_of
from docgen.render.pdf.together import Together
from docgen.workflow.prepare import prepare

VALUES = (
    "天津市第{n}中学",
    "联系人甲{n}",
    "022-1000{n}(转{n})",
    "和平区《示例》路{n}号，（北门）",
    "珺喆昇堃{n}",
    "O'Brien & Søn {n}\n第二行",
    "第{n}句很长，" * 30,
)


def forms() -> Iterator[tuple[str, UnitForms, int]]:
    """Every form of the samples."""
    for name, path in CAMPAIGNS.items():
        prepared = prepare(path)
        units = UnitForms(prepared.loaded, prepared.forms, prepared.notice)
        yield from ((f"{name} {index + 1}", units, index) for index in units.fillable)


FORMS = {name: (units, index) for name, units, index in forms()}


def blank(name: str) -> SplitAnnex:
    units, index = FORMS[name]
    return units.with_values(index, {})


def filled(name: str, number: int) -> SplitAnnex:
    """A form with values in its fields; every other unit chooses among the options."""
    units, index = FORMS[name]
    content = blank(name).annex.content
    assert isinstance(content, Form)
    free = [field.id for field in fields_of(content) if not field.options]
    values = {id: text.format(n=number) for id, text in zip(free, VALUES, strict=False)}
    if number % 2:
        values |= {field.id: field.options[-1] for field in fields_of(content) if field.options}
    return units.with_values(index, values)


def together(name: str, *numbers: int, how: Setting | None = None) -> list[bytes]:
    """The files of these units, which were set together."""
    made = Together(blank(name), how or setting()).begun([filled(name, number) for number in numbers])()
    return [one.data for one in made if one]


def assert_as_on_its_own(name: str, how: Setting) -> None:
    """Three units' forms, set together, look, read and are tagged as each does that is set by itself."""
    files = together(name, 1, 2, 3, how=how)
    assert len(files) == 3
    for number, file in enumerate(files, 1):
        alone = RENDERERS["pdf"](filled(name, number), how).data
        assert pictures(file) == pictures(alone)
        assert texts(file) == texts(alone)
        assert tags(file) == tags(alone)
        assert outline(file) == outline(alone)


# ---------------------------------------------------------------- looking at a file


def content_of(annex: SplitAnnex) -> Form:
    assert isinstance(annex.annex.content, Form)
    return annex.annex.content


def pictures(file: bytes) -> list[bytes]:
    pages = pypdfium2.PdfDocument(file)
    return [bytes(page.render(scale=1).buffer) for page in pages]


def texts(file: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(file)]


def tags(file: bytes) -> Any:
    """The tree of tags: kind, what is said of it, what is in it, on which page."""
    with pikepdf.open(io.BytesIO(file)) as opened:
        numbers = {page.objgen: number for number, page in enumerate(opened.pages)}
        return _tag(opened.Root.StructTreeRoot.K[0], numbers)


def _tag(tag: Any, pages: Mapping[tuple[int, int], int]) -> Any:
    if not isinstance(tag, pikepdf.Dictionary):
        return int(tag)
    page = pages[tag.Pg.objgen] if "/Pg" in tag else None
    if "/MCID" in tag:
        return page, int(tag.MCID)
    about = [tag[key].unparse(resolved=True) for key in ("/A", "/Alt", "/ID") if key in tag]
    inside = [_tag(one, pages) for one in tag.get("/K", [])]
    return str(tag.S), page, about, inside


def outline(file: bytes) -> Any:
    with pikepdf.open(io.BytesIO(file)) as opened, opened.open_outline() as read:
        numbers = {page.objgen: number for number, page in enumerate(opened.pages)}
        return [(one.title, numbers[one.destination[0].objgen], one.children) for one in read.root]


def characters(file: bytes) -> set[str]:
    """All that the fonts can say."""
    objects = read_objects(file)
    tables = [stream_of(objects[number_in(one, rb"/ToUnicode")]) for one in objects.bodies if b"/ToUnicode" in one]
    codes = [text for table in tables for text in re.findall(rb"<\w{4}> <(\w+)>", table)]
    return set("".join(bytes.fromhex(code.decode()).decode("utf-16-be", "replace") for code in codes))


def fonts_in(file: bytes) -> list[bytes]:
    """The font files, of either kind."""
    objects = read_objects(file)
    pointing = (one for one in objects.bodies if b"/FontFile" in one)
    return [stream_of(objects[number_in(one, rb"/FontFile[23]")]) for one in pointing]


def fonts(file: bytes) -> list[list[str]]:
    return [outlines_of(font) for font in fonts_in(file)]


def outlines_of(font: bytes) -> list[str]:
    """What fontTools draws, glyph by glyph."""
    if font[:4] == b"\0\1\0\0":
        return _outlines_of_truetype(font)
    opened = CFFFontSet()
    opened.decompile(io.BytesIO(font), None)
    top = opened[0]
    return [_outline(top.CharStrings[name]) for name in top.charset]


def _outline(glyph: Any) -> str:
    pen = RecordingPen()
    glyph.draw(pen)
    return f"{glyph.width} {pen.value}"


def _outlines_of_truetype(font: bytes) -> list[str]:
    """Checksums are looked at, too; parts are drawn in their places."""
    opened = TTFont(io.BytesIO(font), checkChecksums=2)
    glyphs = opened.getGlyphSet()
    found = []
    for name in opened.getGlyphOrder():
        pen = DecomposingRecordingPen(glyphs)
        glyphs[name].draw(pen)
        found.append(f"{opened['hmtx'][name]} {pen.value}")
    return found
