"""The finished file: core properties set, the last page layout in place, and the same bytes for the same content."""

from __future__ import annotations

import datetime
import io
import zipfile

from docgen.document.tree import Metadata
from docgen.render.docx.xml import escaped

_DATE = (1980, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"
_DOCUMENT = "word/document.xml"


def finish(data: bytes, metadata: Metadata, last_section: str, source_date: int) -> bytes:
    """Re-packs a filled shell: fixed dates and order in the archive, so that equal documents are equal files.

    ``last_section`` replaces the body's own ``w:sectPr``; the document is parsed once more and must be well-formed.
    """
    from lxml import etree

    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = source.read(name)
            if name == _CORE:
                content = _core(metadata, source_date).encode()
            elif name == _DOCUMENT:
                content = _with_last_section(content, last_section)
            if name.endswith((".xml", ".rels")):
                etree.fromstring(content)
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, content)
    return out.getvalue()


def _with_last_section(content: bytes, section: str) -> bytes:
    head, _, tail = content.decode().rpartition("<w:sectPr")
    end = tail.index("</w:sectPr>") + len("</w:sectPr>")
    return (head + section + tail[end:]).encode()


def _core(metadata: Metadata, source_date: int) -> str:
    moment = datetime.datetime.fromtimestamp(source_date, datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(metadata.title)}</dc:title><dc:subject>{escaped(metadata.subject)}</dc:subject>"
        f"<dc:creator>{escaped(metadata.creator)}</dc:creator>"
        f"<cp:lastModifiedBy>{escaped(metadata.creator)}</cp:lastModifiedBy>"
        f'<dc:language>zh-CN</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>'
    )
