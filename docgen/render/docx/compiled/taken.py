"""What docxtpl itself makes of a template: the Jinja source of each part with tags, and what it does behind Jinja.

docxtpl is run once, as it is, with another hand in Jinja's place: so healed tags, line breaks, table grids and ids
come out as docxtpl makes them, because docxtpl makes them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from typing import Any

from docx.opc.constants import CONTENT_TYPE
from docxtpl import DocxTemplate
from lxml import etree

from docgen.diagnostics import Place
from docgen.frozen import dataclass
from docgen.sources.word_file import not_a_word_file

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

FROM_DOCXTPL = ("\n", "\t", "\a", "\f")
"""Characters that docxtpl turns into markup of its own."""


@dataclass(frozen=True)
class Taken:
    """``sources``: member of the archive → Jinja source; ``finished``: the same members as docxtpl writes them."""

    sources: Mapping[str, str]
    finished: Mapping[str, bytes]


def take(docx: bytes, answer: Callable[[str, str], str], place: Place | None = None) -> Taken:
    """Runs docxtpl over a template; ``answer(member, source)`` is what it gets instead of Jinja's result.

    Raises DocgenError T400 (exit 4) where it is no Word file, NotWellFormedError where an answer is not well-formed.
    """
    template = _Taking(docx, answer)
    try:
        template.init_docx()
    except Exception as error:  # python-docx raises whatever it stumbles over
        raise not_a_word_file(str(error), place) from error
    template.render({})
    parts = {_member(part): part.blob for part in template.docx.part.package.parts}
    return Taken(template.sources, {name: parts[name] for name in template.sources})


class NotWellFormedError(Exception):
    """Filled in, a part is not well-formed: what the parser said, and the text before the place where it stopped."""

    def __init__(self, said: str, near: str) -> None:
        super().__init__(said)
        self.said, self.near = said, near


def parsed(xml: str) -> Any:
    """A part as a tree. Raises NotWellFormedError."""
    try:
        return etree.fromstring(xml.encode(), etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError as error:
        line, column = error.position
        before = xml.split("\n")[line - 1].encode()[:column].decode(errors="ignore")
        raise NotWellFormedError(error.msg, re.sub(r"<[^>]*>?", "", before)[-30:]) from error


class _Docxtpl(DocxTemplate):  # type: ignore[misc]
    """docxtpl, but for what it does not do well."""

    def fix_tables(self, xml: str | bytes) -> Any:
        """The part as a tree, each table's grid as wide as its rows."""
        tree = super().fix_tables(xml)
        for cell in tree.iter(f"{_W}tc"):
            # All that stood in it was under a condition; Word opens no file with a cell that holds no paragraph.
            if cell.find(f"{_W}p") is None and cell.find(f"{_W}sdt") is None:
                etree.SubElement(cell, f"{_W}p")
        return tree

    def render_properties(self, context: Any, jinja_env: Any = None) -> None:
        """They would be escaped twice; ``core`` does them."""

    def render_footnotes(self, context: Any, jinja_env: Any = None) -> None:
        """Once, where docxtpl does it once a section and takes a value with braces for a tag the second time."""
        for part in self.docx.part.package.parts:
            if part.content_type == CONTENT_TYPE.WML_FOOTNOTES:
                source = self.patch_xml(part.blob.decode("utf-8"))
                part._blob = self.render_xml_part(source, part, context, jinja_env).encode()

    def resolve_listing(self, xml: str) -> str:
        """Line breaks and tabs as Word's own."""
        return super().resolve_listing(xml) if any(sign in xml for sign in FROM_DOCXTPL) else xml


class StrictTemplate(_Docxtpl):
    """docxtpl, but XML that is not well-formed is an error, where it would drop what it cannot read."""

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:
        """A part filled in. Raises NotWellFormedError."""
        xml = str(super().render_xml_part(src_xml, part, context, jinja_env))
        parsed(xml)
        return xml


class _Taking(StrictTemplate):
    def __init__(self, docx: bytes, answer: Callable[[str, str], str]) -> None:
        super().__init__(io.BytesIO(docx))
        self.sources: dict[str, str] = {}
        self._answer = answer

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:
        return super().render_xml_part(src_xml, part, context, _Answering(self._answered))

    def _answered(self, source: str) -> str:
        name = _member(self.current_rendering_part)
        self.sources[name] = source
        return self._answer(name, source)


class _Answering:
    """Stands in Jinja's place: environment and template in one."""

    def __init__(self, answer: Callable[[str], str]) -> None:
        self._answer = answer
        self._source = ""

    def from_string(self, source: str) -> _Answering:
        self._source = source
        return self

    def render(self, context: Any) -> str:
        return self._answer(self._source)


class Finisher:
    """What docxtpl does behind Jinja, over and over, without opening the template again."""

    def __init__(self) -> None:
        self._docxtpl = _Docxtpl(io.BytesIO())

    def text(self, rendered: str) -> str:
        """Jinja's result with line breaks and tabs done; without those that docxtpl put before paragraphs."""
        return str(self._docxtpl.resolve_listing(re.sub(r"\n(?=<w:p[ >])", "", rendered)))

    def document(self, xml: str) -> Any:
        """The whole document as a tree, its table grids and drawings' ids in order. Raises NotWellFormedError."""
        tree = parsed(xml)
        if "<w:tbl>" in xml or "<w:tbl " in xml:
            tree = self._docxtpl.fix_tables(xml.encode())
        self._docxtpl.docx_ids_index = 1000
        self._docxtpl.fix_docpr_ids(tree)
        return tree


def _member(part: Any) -> str:
    return str(part.partname).removeprefix("/")
