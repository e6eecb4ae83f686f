"""Makes ``templates/notices/gbt9704/shell.docx``: the look of 文件格式 as a Word file with docxtpl tags.

The shell is an ordinary document: open it in Word or WPS, change its styles, save it. This script is where it comes
from, so that a change of the measures can be read line by line. Run it with ``make shell``; a test keeps both alike.

The numbers are those of ``measures.typ``: 16 pt in exact lines of 29.45 pt (589 twentieths), margins of GB/T 33476.2.
"""

from __future__ import annotations

import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

FANGSONG, KAITI, HEITI, SONGTI, TITLE = "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体"
LINE = 589  # 29.45 pt
CHAR = 315  # 15.75 pt: 16 pt less a quarter


@dataclass(frozen=True)
class Style:
    """A paragraph style. Lengths in twentieths of a point, ``size`` in half points."""

    id: str
    name: str
    font: str = FANGSONG
    size: int = 32
    line: int = LINE
    exact: bool = True
    first: int = 0
    left: int = 0
    hanging: int = 0
    right: int = 0
    before: int = 0
    after: int = 0
    align: str = "both"
    spacing: int = -5
    outline: int | None = None
    keep_next: bool = False
    page_break: bool = False
    colour: str = ""
    border: str = ""
    based_on: str = "Normal"
    bold: bool = False


STYLES = (
    Style("BodyText", "公文正文", first=2 * CHAR),
    Style("Heading1", "heading 1", font=HEITI, first=2 * CHAR, outline=0, keep_next=True),
    Style("Heading2", "heading 2", first=2 * CHAR, outline=1),
    Style("Heading3", "heading 3", first=2 * CHAR, outline=2),
    Style("Heading4", "heading 4", first=2 * CHAR, outline=3),
    Style("Heading2Alone", "公文二级标题（独行）", based_on="Heading2", first=2 * CHAR, outline=1, keep_next=True),
    Style("CopyNumber", "公文份号", align="left"),
    Style("Secrecy", "公文密级和紧急程度", font=HEITI, align="left"),
    Style("Mark", "公文发文机关标志", font=TITLE, size=84, align="center", spacing=0, colour="FF0000"),
    Style(
        "DocumentNumber",
        "公文发文字号",
        align="center",
        # 8 pt below the line's lower edge, which is 5.9 pt below the baseline: 4 mm below the number's ink (7.2.7).
        border='<w:bottom w:val="single" w:sz="12" w:space="8" w:color="FF0000"/>',
    ),
    Style("Signers", "公文签发人", align="left"),
    Style("Title", "Title", font=TITLE, size=44, line=720, align="center", spacing=0),
    Style(
        "TitleNewPage",
        "公文标题（另面）",
        based_on="Title",
        font=TITLE,
        size=44,
        line=720,
        align="center",
        spacing=0,
        page_break=True,
    ),
    Style("AttachedNumber", "被转发公文字号", align="center", before=LINE),
    Style("Addressees", "公文主送机关", align="left", before=LINE),
    Style("Contact", "公文联系方式", left=7 * CHAR, hanging=5 * CHAR, align="left"),
    Style("AnnexNote", "公文附件说明", align="left"),
    Style("Signature", "公文署名", align="right", keep_next=True),
    Style("Date", "公文成文日期", align="right"),
    Style("Note", "公文附注", first=2 * CHAR, align="left"),
    Style("AnnexLabel", "附件标识", font=HEITI, align="left", outline=0),
    Style(
        "AnnexTitle",
        "附件标题",
        based_on="Title",
        font=TITLE,
        size=44,
        line=720,
        align="center",
        spacing=0,
        outline=1,
    ),
    Style("FormCaption", "表前说明", size=28, line=520, align="left", spacing=0),
    Style("FormHeading", "表格小标题", font=HEITI, size=28, line=520, align="left", spacing=0, keep_next=True),
    Style("FormText", "表格文字", size=24, line=360, exact=False, align="left", spacing=0),
    Style("FormNote", "表后说明", size=24, line=360, align="left", spacing=0),
    Style("CoverTitle", "封面标题", font=TITLE, size=52, line=920, align="center", spacing=0),
    Style("CoverLine", "封面栏目", line=680, align="left", spacing=0),
    Style("CoverFoot", "封面落款", font=KAITI, align="center"),
    Style("Imprint", "版记", size=28, line=480, align="left", spacing=0),
    Style("Break", "分页分节", size=2, line=20, align="left", spacing=0),
    Style("Footer", "footer", font=SONGTI, size=28, line=280, align="left", spacing=0),
)
CHARACTER_STYLES = (
    ("Fangsong", "仿宋字", FANGSONG, 0),
    ("Kaiti", "楷体字", KAITI, 0),
    ("Heiti", "黑体字", HEITI, 0),
    ("Songti", "宋体字", SONGTI, 0),
    ("Biaosong", "小标宋字", TITLE, 0),
)


# ---------------------------------------------------------------- styles


def fonts(name: str) -> str:
    return f'<w:rFonts w:hint="eastAsia" w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def style_xml(style: Style) -> str:
    rule = "exact" if style.exact else "atLeast"
    flags = "<w:keepNext/>" if style.keep_next else ""
    flags += "<w:pageBreakBefore/>" if style.page_break else ""
    flags += '<w:widowControl w:val="0"/>'
    borders = f"<w:pBdr>{style.border}</w:pBdr>" if style.border else ""
    # Word's own default, said aloud in every style: LibreOffice reads this switch the wrong way round, and where it
    # lets punctuation hang over the edge it loses some of it. Said so, it keeps every mark inside.
    borders += '<w:overflowPunct w:val="1"/><w:snapToGrid w:val="0"/>'
    outline = f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else ""
    next_style = "BodyText" if style.outline is not None else style.id
    colour = f'<w:color w:val="{style.colour}"/>' if style.colour else ""
    tracking = f'<w:spacing w:val="{style.spacing}"/>'
    indent = f'w:left="{style.left}" w:right="{style.right}" '
    indent += f'w:hanging="{style.hanging}"' if style.hanging else f'w:firstLine="{style.first}"'
    return (
        f'<w:style w:type="paragraph" w:customStyle="{0 if style.name.isascii() else 1}" w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="{style.based_on}"/><w:next w:val="{next_style}"/><w:qFormat/>'
        f"<w:pPr>{flags}{borders}"
        f'<w:spacing w:before="{style.before}" w:after="{style.after}" w:line="{style.line}" w:lineRule="{rule}"/>'
        f'<w:ind {indent}/><w:jc w:val="{style.align}"/>{outline}</w:pPr>'
        f'<w:rPr>{fonts(style.font)}{colour}{tracking}<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/></w:rPr></w:style>'
    )


def styles_xml() -> str:
    normal = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts(FANGSONG)}<w:kern w:val="0"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl w:val="0"/><w:overflowPunct w:val="1"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:widowControl w:val="0"/><w:overflowPunct w:val="1"/><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{LINE}" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr>'
        f'<w:rPr>{fonts(FANGSONG)}<w:spacing w:val="-5"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="FormTable"><w:name w:val="附表"/><w:basedOn w:val="TableNormal"/>'
        "<w:tblPr><w:tblBorders>"
        + "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        + '</w:tblBorders><w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="57" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    characters = "".join(
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{id_}"><w:name w:val="{name}"/><w:qFormat/>'
        f"<w:rPr>{fonts(font)}</w:rPr></w:style>"
        for id_, name, font, _ in CHARACTER_STYLES
    )
    return f"{HEAD}<w:styles {NAMESPACES}>{normal}{''.join(map(style_xml, STYLES))}{characters}</w:styles>"


# ---------------------------------------------------------------- the document


def paragraph(style: str, *texts: str, section: str = "") -> str:
    runs = "".join(
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
        for text in texts
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{section}</w:pPr>{runs}</w:p>'


def tag(text: str) -> str:
    """A paragraph that holds a docxtpl tag and is gone afterwards."""
    return paragraph("Normal", text)


def section(odd: str, even: str, landscape: bool = False) -> str:
    size = (
        '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' if landscape else '<w:pgSz w:w="11906" w:h="16838"/>'
    )
    # 34.58, 26, 32.58 and 28 mm; a landscape page is the portrait one turned to the left, and as wide as the type area.
    margins = (
        'w:top="1587" w:right="2098" w:bottom="1474" w:left="1984" w:header="851" w:footer="851"'
        if landscape
        else 'w:top="1960" w:right="1474" w:bottom="1847" w:left="1587" w:header="851" w:footer="1447"'
    )
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="{odd}"/><w:footerReference w:type="even" r:id="{even}"/>'
        f'<w:type w:val="nextPage"/>{size}<w:pgMar {margins} w:gutter="0"/></w:sectPr>'
    )


def blocks() -> str:
    """The body: one paragraph a kind of block, each restyled by its style alone."""
    kinds = ("BodyText", "Heading1", "Heading2", "Heading2Alone", "Heading3", "Heading4", "Contact")
    parts = []
    for i, kind in enumerate(kinds):
        parts.append(tag(f"{{%p {'if' if i == 0 else 'elif'} block.style == '{kind}' %}}"))
        parts.append(paragraph(kind, "{{r block.runs }}"))
    parts.append(tag("{%p else %}") + tag("{{p block.table }}") + tag("{%p endif %}"))
    return tag("{%p for block in notice.blocks %}") + "".join(parts) + tag("{%p endfor %}")


def document_xml() -> str:
    body = (
        tag("{%p for notice in notices %}")
        + tag("{{p notice.letterhead }}")
        + tag("{%p if notice.attached %}")
        + paragraph("TitleNewPage", "{{r notice.title }}")
        + tag("{%p else %}")
        + paragraph("Title", "{{r notice.title }}")
        + tag("{%p endif %}")
        + tag("{%p if notice.number and not notice.letterhead %}")
        + paragraph("AttachedNumber", "{{ notice.number }}")
        + tag("{%p endif %}")
        + tag("{%p if notice.addressees %}")
        + paragraph("Addressees", "{{ notice.addressees }}")
        + tag("{%p endif %}")
        + blocks()
        + tag("{{p notice.annex_entries }}")
        + tag("{{p notice.signature }}")
        + tag("{%p for note in notice.notes %}")
        + paragraph("Note", "{{ note }}")
        + tag("{%p endfor %}")
        + tag("{%p endfor %}")
        + tag("{{p annexes }}")
        + tag("{{p imprint }}")
        + tag("{%p if models %}")
        + paragraph("Normal", "横排页的版式（样例，不印出）", section=section("rId13", "rId14", landscape=True))
        + paragraph("Normal", "不编页码的页的版式（样例，不印出）", section=section("rId15", "rId15"))
        + tag("{%p endif %}")
        + section("rId11", "rId12")
    )
    return f"{HEAD}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


# ---------------------------------------------------------------- page numbers


def page_field() -> str:
    def run(inner: str) -> str:
        return f"<w:r>{inner}</w:r>"

    return (
        run('<w:t xml:space="preserve">— </w:t>')
        + run('<w:fldChar w:fldCharType="begin"/>')
        + run('<w:instrText xml:space="preserve"> PAGE </w:instrText>')
        + run('<w:fldChar w:fldCharType="separate"/>')
        + run("<w:t>1</w:t>")
        + run('<w:fldChar w:fldCharType="end"/>')
        + run('<w:t xml:space="preserve"> —</w:t>')
    )


def footer(inner: str) -> str:
    return f"{HEAD}<w:ftr {NAMESPACES}>{inner}</w:ftr>"


def outer_footer(align: str) -> str:
    """单页居右空一字, 双页居左空一字: one character of 14 pt (7.5)."""
    indent = '<w:ind w:right="280"/>' if align == "right" else '<w:ind w:left="280"/>'
    return footer(f'<w:p><w:pPr><w:pStyle w:val="Footer"/>{indent}<w:jc w:val="{align}"/></w:pPr>{page_field()}</w:p>')


def turned_footer(top_mm: float, align: str, number: int) -> str:
    """The number of a landscape page, where it stands when the page is bound with the portrait ones (8).

    ``wrapSquare``: without it LibreOffice forgets where a shape stands in the footer of even pages.
    """
    left, top, width, height = (round(mm * 36000) for mm in (25, top_mm, 6, 40))
    return footer(
        '<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="{number}" name="页码{number}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f'<wps:txbx><w:txbxContent><w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="{align}"/></w:pPr>{page_field()}</w:p></w:txbxContent></wps:txbx>'
        '<wps:bodyPr vert="vert" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></w:r></w:p>"
    )


# ---------------------------------------------------------------- the package

FOOTERS = {
    "footer1.xml": ("rId11", outer_footer("right")),
    "footer2.xml": ("rId12", outer_footer("left")),
    # 14 pt inside the type area's edges: from 179 mm upwards on odd pages, from 32.9 mm downwards on even ones.
    "footer3.xml": ("rId13", turned_footer(179.06 - 40, "right", 1)),
    "footer4.xml": ("rId14", turned_footer(32.94, "left", 2)),
    "footer5.xml": ("rId15", footer('<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr></w:p>')),
}
SETTINGS = (
    f'{HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
    '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>'
    "<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/>"
    '<w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def content_types() -> str:
    overrides = {
        "/word/document.xml": f"{MAIN}.document.main+xml",
        "/word/styles.xml": f"{MAIN}.styles+xml",
        "/word/settings.xml": f"{MAIN}.settings+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        **{f"/word/{name}": f"{MAIN}.footer+xml" for name in FOOTERS},
    }
    parts = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def relations(items: dict[str, tuple[str, str]]) -> str:
    parts = "".join(
        f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>' for id_, (kind, target) in items.items()
    )
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{parts}</Relationships>'


def parts() -> dict[str, str]:
    core = (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title></dc:title><dc:creator></dc:creator></cp:coreProperties>'
    )
    metadata = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    document_relations = {
        "rId1": (f"{RELATION}/styles", "styles.xml"),
        "rId2": (f"{RELATION}/settings", "settings.xml"),
        **{id_: (f"{RELATION}/footer", name) for name, (id_, _) in FOOTERS.items()},
    }
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations(
            {
                "rId1": (f"{RELATION}/officeDocument", "word/document.xml"),
                "rId2": (metadata, "docProps/core.xml"),
            }
        ),
        "docProps/core.xml": core,
        "word/document.xml": document_xml(),
        "word/_rels/document.xml.rels": relations(document_relations),
        "word/styles.xml": styles_xml(),
        "word/settings.xml": SETTINGS,
        **{f"word/{name}": xml for name, (_, xml) in FOOTERS.items()},
    }


def write(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts().items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    default = Path(__file__).parent.parent / "templates" / "notices" / "gbt9704" / "shell.docx"
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else default)
