"""Small Word files for tests, in a notation of their own: ``word_file(p("单位：{{ a }}"), table([tr("甲")], 1))``."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def t(text: str, properties: str = "") -> str:
    """A run; ``properties`` are XML."""
    props = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{props}<w:t>{escape(text)}</w:t></w:r>"


def p(*parts: str, properties: str = "") -> str:
    """A paragraph of texts, or of runs (parts that begin with ``<``)."""
    props = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{props}{''.join(part if part.startswith('<') else t(part) for part in parts)}</w:p>"


def td(*parts: str, properties: str = "") -> str:
    """A cell of texts, or of paragraphs."""
    inner = "".join(part if part.startswith("<") else p(part) for part in parts)
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{properties}</w:tcPr>{inner}</w:tc>'


def tr(*cells: str) -> str:
    """A row of texts, or of cells."""
    return f"<w:tr>{''.join(one if one.startswith('<w:tc>') else td(one) for one in cells)}</w:tr>"


def table(rows: Sequence[str], columns: int) -> str:
    """A table of rows."""
    grid = '<w:gridCol w:w="2000"/>' * columns
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def text_box(*paragraphs: str) -> str:
    """A run with a text box."""
    return (
        '<w:r><w:pict><v:shape id="box" style="width:100pt"><v:textbox><w:txbxContent>'
        f"{''.join(paragraphs)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def drawing(description: str) -> str:
    """A run with a drawing that has a number and a description."""
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/>'
        f'<wp:docPr id="7" name="x" descr="{description}"/></wp:inline></w:drawing></w:r>'
    )


def word_file(*body: str, header: str = "", footer: str = "", footnotes: str = "", title: str = "") -> bytes:
    """A .docx; header, footer and footnotes are paragraphs."""
    members = {"word/document.xml": _document(body, header, footer)}
    if header:
        members["word/header1.xml"] = f"{_DECLARATION}<w:hdr {_NAMESPACES}>{header}</w:hdr>"
    if footer:
        members["word/footer1.xml"] = f"{_DECLARATION}<w:ftr {_NAMESPACES}>{footer}</w:ftr>"
    if footnotes:
        note = f'<w:footnote w:id="1">{footnotes}</w:footnote>'
        members["word/footnotes.xml"] = f"{_DECLARATION}<w:footnotes {_NAMESPACES}>{note}</w:footnotes>"
    if title:
        members["docProps/core.xml"] = _core(title)
    kinds = [name for name in ("header", "footer", "footnotes") if any(name in member for member in members)]
    members["word/_rels/document.xml.rels"] = _relations(
        {f"r{kind}": (f"{_OFFICE}/{kind}", f"{kind}{'' if kind == 'footnotes' else 1}.xml") for kind in kinds}
    )
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    top = {"rId1": (f"{_OFFICE}/officeDocument", "word/document.xml")}
    members["_rels/.rels"] = _relations(top | ({"rId2": (core, "docProps/core.xml")} if title else {}))
    return packed({"[Content_Types].xml": _types(members), **members})


def packed(members: dict[str, str]) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return out.getvalue()


def member(docx: bytes, name: str = "word/document.xml") -> bytes:
    """What is in a member of a .docx."""
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        return file.read(name)


def names(docx: bytes) -> list[str]:
    """The members of a .docx."""
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        return file.namelist()


def texts(docx: bytes, name: str = "word/document.xml") -> list[str]:
    """The text of each paragraph, line breaks as ``\\n``."""
    from lxml import etree

    signs = {f"{{{W}}}br": "\n", f"{{{W}}}tab": "\t"}
    found = []
    for paragraph in etree.fromstring(member(docx, name)).iter(f"{{{W}}}p"):
        nodes = paragraph.iter(f"{{{W}}}t", *signs)
        found.append("".join(signs.get(str(node.tag), node.text or "") for node in nodes))
    return found


def _document(body: Sequence[str], header: str, footer: str) -> str:
    references = ('<w:headerReference w:type="default" r:id="rheader"/>' if header else "") + (
        '<w:footerReference w:type="default" r:id="rfooter"/>' if footer else ""
    )
    section = f'<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    return f"{_DECLARATION}<w:document {_NAMESPACES}><w:body>{''.join(body)}{section}</w:body></w:document>"


def _types(members: dict[str, str]) -> str:
    kinds = {"document": "document.main", "header1": "header", "footer1": "footer", "footnotes": "footnotes"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in kinds.items()
        if f"word/{name}.xml" in members
    )
    if "docProps/core.xml" in members:
        kind = "application/vnd.openxmlformats-package.core-properties+xml"
        overrides += f'<Override PartName="/docProps/core.xml" ContentType="{kind}"/>'
    return (
        f'{_DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(relations: dict[str, tuple[str, str]]) -> str:
    inner = "".join(f'<Relationship Id="{id}" Type="{kind}" Target="{to}"/>' for id, (kind, to) in relations.items())
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_DECLARATION}<Relationships xmlns="{namespace}">{inner}</Relationships>'


def _core(title: str) -> str:
    return (
        f'{_DECLARATION}<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">'
        f"<dc:title>{title}</dc:title></cp:coreProperties>"
    )
