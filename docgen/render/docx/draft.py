"""草稿 behind the words of every page of a Word file, as Word's own watermarks are made.

The mark hangs in the headers: those that the look has get it as well, and pages without one get one that holds nothing
else and takes no room. It is WordArt, not text, so that it is neither found by a search nor taken for a word.
"""

from __future__ import annotations

import io
import re
import zipfile

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_PART, _ID = "draft.xml", "rIdDraft"
_ANGLE, _WIDTH, _HEIGHT = 315, 360, 160
"""Degrees; points."""

_NAMESPACES = (
    f'xmlns:w="{_WORD}" xmlns:r="{_RELATIONS}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_MARK = (
    f'<w:r {_NAMESPACES}><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
    '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
    'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
    '<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" alt="草稿" '
    f'style="position:absolute;margin-left:0;margin-top:0;width:{_WIDTH}pt;height:{_HEIGHT}pt;rotation:{_ANGLE};'
    "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    'mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#e4e4e4" '
    'stroked="f"><v:textpath style="font-family:&quot;黑体&quot;;font-size:1pt" string="草稿"/></v:shape>'
    "</w:pict></w:r>"
)
_HEADER = (
    f'{_HEAD}<w:hdr {_NAMESPACES}><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    f"</w:pPr>{_MARK}</w:p></w:hdr>"
)


def marked_as_draft(data: bytes) -> bytes:
    """The same .docx with the mark; its words, its pages and the order of its parts stay as they are."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            target.writestr(info, _marked(info.filename, source.read(info)))
        # The date of the other parts, so that equal documents stay equal files.
        info = zipfile.ZipInfo(f"word/{_PART}", source.infolist()[0].date_time)
        info.compress_type = zipfile.ZIP_DEFLATED
        target.writestr(info, _HEADER)
    return out.getvalue()


def _marked(name: str, content: bytes) -> bytes:
    text = content.decode() if name.endswith((".xml", ".rels")) else ""
    if name == "[Content_Types].xml":
        override = f'<Override PartName="/word/{_PART}" ContentType="{_TYPE}"/>'
        return text.replace("</Types>", f"{override}</Types>").encode()
    if name == "word/_rels/document.xml.rels":
        relation = f'<Relationship Id="{_ID}" Type="{_RELATIONS}/header" Target="{_PART}"/>'
        return text.replace("</Relationships>", f"{relation}</Relationships>").encode()
    if name == "word/document.xml":
        return re.sub(r"(<w:sectPr\b[^>]*>)(.*?)(?=</w:sectPr>)", _with_headers, text, flags=re.DOTALL).encode()
    if re.fullmatch(r"word/header\w*\.xml", name):
        return text.replace("</w:p>", f"{_MARK}</w:p>", 1).encode()
    return content


def _with_headers(section: re.Match[str]) -> str:
    """A section with a header of each kind; those it has already bear the mark themselves."""
    kinds = ["default", "even", *(["first"] if "<w:titlePg" in section[2] else [])]
    missing = [kind for kind in kinds if not re.search(rf'<w:headerReference\b[^>]*w:type="{kind}"', section[2])]
    return section[1] + "".join(_reference(kind) for kind in missing) + section[2]


def _reference(kind: str) -> str:
    return f'<w:headerReference xmlns:r="{_RELATIONS}" w:type="{kind}" r:id="{_ID}"/>'
