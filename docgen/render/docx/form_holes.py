"""Where the marks stand in a form's XML, and how a value is written in the place of each.

``render_docx`` makes paragraphs of a value's lines in a cell, line breaks of those within a line, and nothing of an
empty one; here the same is done with the XML that it made around the mark.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from docgen.compose.cells import room_before_suffix
from docgen.compose.fields import EMPTY_BOX, TICKED_BOX, chosen_options
from docgen.document.tree import Field
from docgen.frozen import dataclass
from docgen.render.docx.form_marks import MARK, Mark, Marks

Write = Callable[[str, bytes], bytes]
"""From a value, as it is and escaped, to what stands in the hole."""

_TEXT = b'<w:t xml:space="preserve">'
_LINE_BREAK = b"</w:t><w:br/>" + _TEXT
_TAB = b"</w:t><w:tab/>" + _TEXT


@dataclass(frozen=True)
class Hole:
    """A hole from ``start`` to ``end`` in the XML, for the value of the field number ``field``."""

    start: int
    end: int
    field: int
    write: Write


def holes_in(xml: str, marks: Marks, fields: tuple[Field, ...]) -> Iterator[Hole]:
    """The holes, in order."""
    for found in MARK.finditer(xml):
        one = marks[found[1]]
        start, end = _extent(xml, found.start(), found.end(), found.group(), one)
        head, tail = xml[start : found.start()].encode(), xml[found.end() : end].encode()
        yield Hole(start, end, one.field, _writer(one, fields[one.field], head, tail))


def _extent(xml: str, start: int, end: int, text: str, one: Mark) -> tuple[int, int]:
    """What goes with a mark if its value is empty, or doubles with its lines."""
    match one.kind:
        case "paragraphs" | "only paragraphs":
            return xml.rindex("<w:p>", 0, start), xml.index("</w:p>", end) + len("</w:p>")
        case "cover":
            return xml.rindex("<w:r>", 0, start), xml.index("</w:r>", end) + len("</w:r>")
        case "inline" if one.suffix:
            return start, end + len(room_before_suffix(one.before + text))
        case _:
            return start, end


def _writer(one: Mark, field: Field, head: bytes, tail: bytes) -> Write:
    match one.kind:
        case "paragraphs":
            return lambda _text, value: _paragraphs(value, head, tail)
        case "only paragraphs":
            empty = _empty_paragraph(head)
            return lambda _text, value: _paragraphs(value, head, tail) or empty
        case "cover":
            return lambda _text, value: head + _in_line(value) + tail if value else b""
        case "inline" if one.suffix:
            return lambda text, value: _in_line(value) + room_before_suffix(one.before + text).encode()
        case "inline":
            return lambda _text, value: _in_line(value)
        case "box":
            empty, ticked = EMPTY_BOX.encode(), TICKED_BOX.encode()
            chosen = chosen_options
            return lambda text, _value: (
                ticked if text and one.option in chosen(text, field.options, field.multiple) else empty
            )


def _paragraphs(value: bytes, head: bytes, tail: bytes) -> bytes:
    return b"".join(head + line.replace(b"\t", _TAB) + tail for line in value.split(b"\n") if line)


def _in_line(value: bytes) -> bytes:
    return value.replace(b"\t", _TAB).replace(b"\n", _LINE_BREAK)


def _empty_paragraph(head: bytes) -> bytes:
    """An empty cell has one empty paragraph, at the left."""
    properties = head[: head.index(b"</w:pPr>")]
    jc = properties.rindex(b"<w:jc ")
    end = properties.index(b"/>", jc)
    return properties[:jc] + b'<w:jc w:val="left"' + properties[end:] + b"</w:pPr></w:p>"
