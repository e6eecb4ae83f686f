"""A part with loops, conditions or rich text: Jinja's template compiled once, each result parsed strictly."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, Template, nodes

from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.language import _
from docgen.render.docx.compiled.letters import FAULTS, fault_letter, not_well_formed
from docgen.render.docx.compiled.part import Part
from docgen.render.docx.compiled.stray import stray_text
from docgen.render.docx.compiled.taken import Finisher, NotWellFormedError, parsed

_NAMESPACES = re.compile(r'(?<=<w:body)(?: xmlns(?::\w+)?="[^"]*")+')
"""The document around the body has declared them."""
_ESCAPE = re.compile(r"\{_\{|\}_\}|\{_%|%_\}")


class Flow:
    """Renders parts as docxtpl does, without opening and compiling the template for each document."""

    def __init__(self, environment: Environment, place: Place | None) -> None:
        self._environment, self._place = environment, place
        self._finisher = Finisher()
        self._templates: dict[str, Template] = {}

    def rendered(self, part: Part, values: Mapping[str, Any]) -> bytes:
        """The part as it goes into the archive.

        Raises DocgenError (exit 4) where a name is missing, or values make the part invalid or would not be shown.
        """
        try:
            xml = self._finisher.text(self._template(part).render(values))
            tree, content = self._finished(part, xml)
        except FAULTS as error:
            raise fault_letter(error, values, self._place) from error
        except NotWellFormedError as error:
            raise DocgenError(not_well_formed(error, self._place), Exit.TEMPLATE) from error
        if stray := stray_text(tree):
            raise DocgenError(_not_shown(stray[0], part, self._place), Exit.TEMPLATE)
        return content

    def _template(self, part: Part) -> Template:
        if part.name not in self._templates:
            tree = self._environment.parse(part.source)
            for literal in tree.find_all(nodes.TemplateData):
                # docxtpl's escapes. It looks for them in the result, and so changes values that hold one.
                literal.data = _ESCAPE.sub(lambda sign: sign.group().replace("_", ""), literal.data)
            self._templates[part.name] = self._environment.from_string(tree)
        return self._templates[part.name]

    def _finished(self, part: Part, xml: str) -> tuple[Any, bytes]:
        from docx.opc.oxml import serialize_part_xml
        from docx.oxml import parse_xml

        if part.frame is not None:
            tree = self._finisher.document(part.frame[0].decode() + _NAMESPACES.sub("", xml) + part.frame[1].decode())
            return tree, serialize_part_xml(tree)
        tree = parsed(xml)
        # Footnotes and core properties keep their declaration and are written as they stand.
        return tree, xml.encode() if xml.startswith("<?xml") else serialize_part_xml(parse_xml(xml))


def _not_shown(text: str, part: Part, place: Place | None) -> Problem:
    message = _('"{text}" would not be shown: {part} takes rich text where it stands')
    hint = _("write the tag without r or p for plain text")
    return Problem("T421", message.format(text=text, part=part.name), place, hint)
