"""Two Word files of which the second was made from the first by edits, and what a reader finds in one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from hypothesis import strategies as st

Cell = tuple[str, ...]
Block = str | tuple[tuple[Cell, ...], ...]
"""A paragraph, or a table: rows of cells of paragraphs."""
Blocks = list[Block]

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def word_file(blocks: Sequence[Block]) -> bytes:
    """The least that Word opens."""
    return with_body("".join(_block(block) for block in blocks))


def with_body(xml: str) -> bytes:
    """A file with this body."""
    document = f"<w:document {_W}><w:body>{xml}<w:sectPr/></w:body></w:document>"
    return zipped({"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document})


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _block(block: Block) -> str:
    if isinstance(block, str):
        return _paragraph(block)
    width = max(map(len, block))
    rows = "".join(f"<w:tr>{''.join(_cell(cell) for cell in row)}</w:tr>" for row in block)
    grid = '<w:gridCol w:w="2000"/>' * width
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'


def _cell(cell: Cell) -> str:
    lines = "".join(map(_paragraph, cell))
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{lines}</w:tc>'


def _paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>' if text else "<w:p/>"


# ---------------------------------------------------------------- random ones

_WORDS = "申报 材料 3月5日 推荐 单位 2024年 基地 专家 服务 10名 、 。 ， 填写 报送 示人社〔2024〕3号 <A&B> 甲".split()  # noqa: SIM905
_texts = st.lists(st.sampled_from(_WORDS), max_size=9).map("".join)
_cells = st.lists(_texts, min_size=1, max_size=3).map(tuple)


def _rows(width: int) -> st.SearchStrategy[Block]:
    return st.lists(st.lists(_cells, min_size=width, max_size=width).map(tuple), min_size=1, max_size=4).map(tuple)


_blocks = st.one_of(_texts, _texts, _texts, st.integers(1, 3).flatmap(_rows))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Blocks, Blocks]:
    """A document, and the same with blocks dropped, moved, added, reworded, with rows dropped and added."""
    old = draw(st.lists(_blocks, min_size=1, max_size=7))
    new: Blocks = []
    for block in old:
        match draw(st.sampled_from(("keep", "keep", "drop", "add", "change", "change"))):
            case "keep":
                new.append(block)
            case "add":
                new += [draw(_blocks), block]
            case "change":
                new.append(_changed(draw, block))
            case _:
                pass
    if len(new) > 1 and draw(st.booleans()):
        new.insert(draw(st.integers(0, len(new) - 1)), new.pop(draw(st.integers(0, len(new) - 1))))
    return sound(old), sound(new)


def _changed(draw: st.DrawFn, block: Block) -> Block:
    if isinstance(block, str):
        at = draw(st.integers(0, len(block)))
        return block[:at] + draw(_texts) + block[at + draw(st.integers(0, 5)) :]
    row, cell = draw(st.integers(0, len(block) - 1)), draw(st.integers(0, len(block[0]) - 1))
    changed = (*block[row][:cell], draw(_cells), *block[row][cell + 1 :])
    extra = (tuple(draw(_cells) for _ in block[0]),) if draw(st.booleans()) else ()
    return (*block[:row], *extra, changed, *block[row + 1 + draw(st.integers(0, 1)) :])


def sound(blocks: Blocks) -> Blocks:
    """Tables apart from one another, a paragraph last, as Word has it."""
    made: Blocks = []
    for block in blocks:
        if not isinstance(block, str) and made and not isinstance(made[-1], str):
            made.append("")
        made.append(block)
    return made if made and isinstance(made[-1], str) else [*made, "附注"]


# ---------------------------------------------------------------- reading


def paragraphs(data: bytes, keep: str = "") -> list[str]:
    """The words of each paragraph; with ``keep`` (``new``, ``old``) all changes accepted or rejected first."""
    from docgen.diff.word.names import P
    from docgen.diff.word.package import open_package, parsed
    from docgen.diff.word.settle import settle
    from docgen.diff.word.words import Objects, words_of

    package = open_package(data, "test")
    root = parsed(package.parts[package.main], "test")
    if keep:
        settle(root, keep)
    return [words_of(paragraph, Objects()).text for paragraph in root.iter(P)]
