"""What Word would refuse or mend in silence and LibreOffice forgives: order of properties, ids, empty cells.

``word_faults`` reads a .docx part by part against the transitional schema of ECMA-376, as far as docgen writes it.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

ORDER: dict[str, str] = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "pBdr": "top left bottom right between bar",
    "tcBorders": "top start left bottom end right insideH insideV tl2br tr2bl",
    "tblBorders": "top start left bottom end right insideH insideV",
    "tblCellMar": "top start left bottom end right",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "settings": "writeProtection view zoom removePersonalInformation mirrorMargins trackRevisions defaultTabStop "
    "autoHyphenation evenAndOddHeaders drawingGridHorizontalSpacing noPunctuationKerning characterSpacingControl "
    "footnotePr endnotePr compat rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator",
    "compat": "spaceForUL noColumnBalance balanceSingleByteDoubleByteWidth noExtraLineSpacing "
    "doNotLeaveBackslashAlone ulTrailSpace doNotExpandShiftReturn adjustLineHeightInTable useFELayout compatSetting",
    "tbl": "bookmarkStart tblPr tblGrid tr bookmarkEnd",
    "tr": "tblPrEx trPr tc",
    "anchor": "simplePos positionH positionV extent effectExtent wrapNone wrapSquare docPr cNvGraphicFramePr graphic",
}
"""Children in the schema's order; Word calls a file damaged where they come in another."""

FIRST = {"p": "pPr", "r": "rPr", "tc": "tcPr"}
"""Elements whose properties come first, and only there."""


def word_faults(docx: bytes) -> list[str]:
    """Every fault found, with the part it is in; none for a file that Word opens without a word."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        names = archive.namelist()
        faults = [f"{name} is there twice" for name, count in Counter(names).items() if count > 1]
        parts = {name: archive.read(name) for name in names}
    trees = {name: etree.fromstring(content) for name, content in parts.items() if name.endswith((".xml", ".rels"))}
    faults += _packaging(trees, set(parts))
    for name, root in trees.items():
        if name.startswith("word/") and name.endswith(".xml"):
            faults += (f"{name}: {fault}" for fault in _part(root))
    faults += _drawing_ids(trees)
    faults += _styles(trees)
    return faults


# ---------------------------------------------------------------- the package


def _packaging(trees: dict[str, Any], names: set[str]) -> Iterator[str]:
    """Content types for every part, a target for every relation, a relation for every id."""
    types = trees["[Content_Types].xml"]
    known = {node.get("PartName") for node in types.iterfind("{*}Override")}
    endings = {node.get("Extension") for node in types.iterfind("{*}Default")}
    for name in names - {"[Content_Types].xml"}:
        if f"/{name}" not in known and name.rpartition(".")[2] not in endings:
            yield f"{name} has no content type"
    for name in known:
        if name.removeprefix("/") not in names:
            yield f"{name} has a content type and is not there"
    for name, root in trees.items():
        if not name.endswith(".rels"):
            yield from _relations(name, root, trees, names)


def _relations(name: str, root: Any, trees: dict[str, Any], names: set[str]) -> Iterator[str]:
    folder, file = posixpath.split(name)
    relations = trees.get(f"{folder}/_rels/{file}.rels".removeprefix("/"))
    targets = {node.get("Id"): node for node in relations} if relations is not None else {}
    for node in targets.values():
        target = posixpath.normpath(posixpath.join(folder, node.get("Target")))
        if node.get("TargetMode") != "External" and target not in names:
            yield f"{name}: {node.get('Id')} leads to {target}, which is not there"
    used = {value for node in root.iter() for key, value in node.attrib.items() if key.startswith(R)}
    yield from (f"{name}: {id_} leads nowhere" for id_ in sorted(used - targets.keys()))


# ---------------------------------------------------------------- one part


def _part(root: Any) -> Iterator[str]:
    for node in root.iter():
        if not isinstance(node.tag, str):
            continue
        tag = etree.QName(node).localname
        children = [etree.QName(child).localname for child in node if isinstance(child.tag, str)]
        if tag in ORDER and etree.QName(node).namespace in (W[1:-1], WP[1:-1]):
            yield from _out_of_order(tag, children, ORDER[tag].split())
        if tag in FIRST and FIRST[tag] in children[1:]:
            yield f"{FIRST[tag]} is not the first in {tag}"
        if node.tag == f"{W}tc" and (not children or children[-1] != "p"):
            yield "a cell does not end with a paragraph"
        if node.tag in (f"{W}body", f"{W}tc"):
            yield from ("two tables touch" for a, b in pairwise(children) if a == b == "tbl")
        if node.tag == f"{W}tbl":
            yield from _grid(node)


def _out_of_order(tag: str, children: list[str], order: list[str]) -> Iterator[str]:
    unknown = [child for child in children if child not in order]
    if unknown:
        yield f"{tag} holds {unknown[0]}"
        return
    for a, b in pairwise(children):
        if order.index(a) > order.index(b):
            yield f"{b} stands behind {a} in {tag}"
    repeatable = {"tr", "tc", "headerReference", "footerReference", "compatSetting", "tblStylePr", "bookmarkStart"}
    yield from (f"{tag} holds {a} twice" for a, b in pairwise(children) if a == b and a not in repeatable)


def _grid(table: Any) -> Iterator[str]:
    """Every row fills the columns; what goes on from above has something above to go on from."""
    width = len(table.findall(f"{W}tblGrid/{W}gridCol"))
    above: set[int] = set()
    for row in table.iterfind(f"{W}tr"):
        column, merged = 0, set()
        for cell in row.iterfind(f"{W}tc"):
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is not None:
                merged.add(column)
                if merge.get(f"{W}val") != "restart" and column not in above:
                    yield "a cell goes on from above, where none begins"
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            column += int(span.get(f"{W}val")) if span is not None else 1
        if column != width:
            yield f"a row fills {column} of {width} columns"
        above = merged


# ---------------------------------------------------------------- across parts


def _drawing_ids(trees: dict[str, Any]) -> Iterator[str]:
    ids = Counter(node.get("id") for root in trees.values() for node in root.iter(f"{WP}docPr"))
    yield from (f"the drawing id {id_} is used {count} times" for id_, count in ids.items() if count > 1)


def _styles(trees: dict[str, Any]) -> Iterator[str]:
    styles = {node.get(f"{W}styleId") for node in trees["word/styles.xml"].iter(f"{W}style")}
    for name, root in trees.items():
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
            used = {node.get(f"{W}val") for node in root.iter(f"{W}{tag}")}
            yield from (f"{name}: there is no style {style}" for style in sorted(used - styles))
