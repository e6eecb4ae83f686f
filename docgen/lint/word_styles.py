"""What a Word file's styles come to: defaults, styles upon styles, then what is set by hand."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docgen.lint.word_nodes import is_reading_aid
from docgen.lint.word_numbers import Numbering

if TYPE_CHECKING:
    from docgen.diff.word.package import Package

Flat = dict[str, str]
"""``ind.left`` → ``630``: every attribute of every property, by the names that Word's files have."""


def points(twips: str | None) -> float | None:
    """Twips as points; None for what is no number."""
    return int(twips) / 20 if twips and re.fullmatch(r"-?\d+", twips) else None


@dataclass(frozen=True, eq=False)
class Styles:
    """``nodes``: styles by id."""

    defaults: Flat
    nodes: Mapping[str, Any]
    default: str
    settings: Any
    relations: Mapping[str, str]
    numbers: Numbering

    @classmethod
    def read(cls, package: Package, name: str) -> Styles:
        """From the parts beside the text; what is not there says nothing."""
        from docgen.diff.word.names import make, w
        from docgen.diff.word.package import parsed

        def part(file: str) -> Any:
            content = package.part(file)
            return parsed(content, name) if content else make("nothing")

        styles = part("styles.xml")
        nodes = {one.get(w("styleId"), ""): one for one in styles.iter(w("style"))}
        default = next(
            (id_ for id_, one in nodes.items() if one.get(w("default")) in _ON and one.get(w("type")) == "paragraph"),
            "",
        )
        defaults: Flat = {}
        for way in ("pPrDefault/pPr", "rPrDefault/rPr"):
            found = styles.find("/".join(w(step) for step in ("docDefaults", *way.split("/"))))
            _lay(defaults, found)
        folder, _slash, file = package.main.rpartition("/")
        content = package.parts.get(f"{folder}/_rels/{file}.rels", b"")
        relations = {one.get("Id"): one.get("Target", "") for one in parsed(content, name)} if content else {}
        targets = {id_: to.lstrip("/") if to.startswith("/") else f"{folder}/{to}" for id_, to in relations.items()}
        return cls(defaults, nodes, default, part("settings.xml"), targets, Numbering.read(part("numbering.xml")))

    def setting(self, name: str) -> bool:
        """Whether a switch of the whole file is on."""
        from docgen.diff.word.names import w

        node = self.settings.find(w(name))
        return node is not None and node.get(w("val"), "1") in _ON

    def target(self, reference: Any) -> str:
        """The part that a reference by r:id means."""
        key = next((value for name, value in reference.attrib.items() if name.endswith("}id")), "")
        return self.relations.get(key, "")

    def of_paragraph(self, node: Any) -> Flat:
        """The paragraph's properties and, among them, those of its characters, all laid upon each other."""
        from docgen.diff.word.names import P_PR, style_of, w

        own = node.find(P_PR)
        id_ = style_of(node) or self.default
        flat = dict(self.of_style(id_))
        numbering = None if own is None else own.find(w("numPr"))
        _lay_numbering(flat, numbering)
        _lay(flat, own)
        found = self.nodes.get(id_)
        label = None if found is None else found.find(w("name"))
        flat["pStyle.name"] = "" if label is None else label.get(w("val"), "")
        return flat

    def of_style(self, id_: str) -> Flat:
        """A style with those that it is based on."""
        return self._styled.setdefault(id_, self._of_style(id_, 0))

    @functools.cached_property
    def _styled(self) -> dict[str, Flat]:
        return {}

    def _of_style(self, id_: str, depth: int) -> Flat:
        from docgen.diff.word.names import P_PR, R_PR, value, w

        node = self.nodes.get(id_)
        if node is None or depth > _DEEPEST:
            return dict(self.defaults)
        base = value(node.find(w("basedOn")))
        flat = dict(self.of_style(base)) if base and base != id_ and depth < _DEEPEST else dict(self.defaults)
        properties = node.find(P_PR)
        _lay_numbering(flat, None if properties is None else properties.find(w("numPr")))
        # A style does not say its level: the level says its style.
        level = self.numbers.styled.get((flat.get("numPr.numId", ""), id_))
        if level is not None:
            flat["numPr.ilvl"] = str(level)
        _lay(flat, properties)
        _lay(flat, node.find(R_PR))
        return flat

    def looks(self, node: Any, flat: Flat, make: Callable[..., Any]) -> Iterator[Any]:
        """A look for each run of characters; a field counts as its result, a page number without one as 1."""
        from docgen.diff.word.names import P, R

        fields: list[str] = []
        for run in node.iter(R, _FORMULA):
            if next(run.iterancestors(P), None) is not node or is_reading_aid(run):
                continue
            text = OBJECT if run.tag == _FORMULA else _text_of(run, fields)
            if text and (look := self._look(text, run, flat, make)):
                yield look

    def _look(self, text: str, run: Any, flat: Flat, make: Callable[..., Any]) -> Any:
        """None of hidden text."""
        from docgen.diff.word.names import R_PR, value, w

        own, looks = dict(flat), run.find(R_PR)
        style = "" if looks is None else value(looks.find(w("rStyle")))
        found = self.nodes.get(style)
        _lay(own, None if found is None else found.find(R_PR))
        _lay(own, looks)
        if own.get("vanish.val", "0") in _ON:
            return None
        size = own.get("sz.val", "")
        return make(
            text,
            None if "rFonts.eastAsiaTheme" in own else own.get("rFonts.eastAsia"),
            None if "rFonts.asciiTheme" in own else own.get("rFonts.ascii"),
            int(size) / 2 if size.isdigit() else None,
            own.get("b.val", "0") in _ON,
            own.get("color.val", "auto").upper(),
            points(own.get("spacing.val")) or 0.0,
        )

    def label(self, flat: Flat) -> str:
        """The number that Word writes before a paragraph: 一、 or 1. ; nothing if there is none that can be told."""
        return self.numbers.label(flat.get("numPr.numId", "0"), flat.get("numPr.ilvl", "0"))


_ON = ("1", "true", "on")
_DEEPEST = 12
_SWITCHES = ("b", "i", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "snapToGrid", "strike", "vanish")


def _lay(flat: Flat, properties: Any) -> None:
    """What a ``pPr`` or ``rPr`` says goes over what was said before."""
    from docgen.diff.word.names import local

    for node in () if properties is None else properties:
        name = local(node)
        if name in ("rPr", "numPr", "sectPr", "pPrChange", "rPrChange", "pStyle", "rStyle", ""):
            continue
        if name in _SWITCHES and not node.attrib:
            flat[f"{name}.val"] = "1"
        said = {key.rpartition("}")[2]: str(value) for key, value in node.attrib.items()}
        if name == "rFonts":
            for script in ("eastAsia", "ascii", "hAnsi"):
                if script in said and f"{script}Theme" not in said:
                    flat.pop(f"rFonts.{script}Theme", None)
        flat.update({f"{name}.{key}": value for key, value in said.items()})


def _lay_numbering(flat: Flat, node: Any) -> None:
    from docgen.diff.word.names import value, w

    if node is not None:
        for name in ("numId", "ilvl"):
            if said := value(node.find(w(name))):
                flat[f"numPr.{name}"] = said


def _text_of(run: Any, fields: list[str]) -> str:
    """A run's text; ``fields`` it stands in: what each is told to do, or ``=`` once its result begins."""
    from docgen.diff.word.names import local, value

    text = ""
    for part in run:
        name, shown = local(part), all(one == _RESULT for one in fields)
        if name == "fldChar":
            text += _field(value(part, "fldCharType"), fields)
        elif name == "instrText" and fields and fields[-1] != _RESULT:
            fields[-1] += part.text or ""
        elif shown and name == "t":
            text += part.text or ""
        elif shown and name in _SIGNS:
            text += _SIGNS[name]
        elif shown and name in ("br", "cr") and value(part, "type") not in ("page", "column"):
            text += "\n"
    return text


def _field(mark: str, fields: list[str]) -> str:
    if mark == "begin":
        fields.append("")
    elif mark == "separate" and fields:
        fields[-1] = _RESULT
    elif mark == "end" and fields:
        return "1" if re.match(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", fields.pop()) else ""
    return ""


_RESULT = "="
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
OBJECT = "\ufffc"
"""Stands for what has no words: a formula, a sign of a typeface of signs."""
_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "sym": OBJECT}
