"""Word files for cases: a line is a paragraph, told by what it is, set after the standard unless it says otherwise.

    标题｜关于报送材料的通知
    二级（黑体 加粗 22磅 居中 左2 右4 首0 段前6 行28 红 另页）｜（一）报送
    表（宽170 表头 不断行 行28）｜序号｜姓名        rows below each other are one table; 框8-6-8 its lines above,
                                                   between and below, 格下6 that below a row; 网格型:
                                                   Word's style of this name
    # 页脚 居中｜— 1 —                             even pages: # 偶数页脚; # 首页页脚
    # 页边距 28 28 27 27                           上 下 左 右, mm
    # 奇偶不同  # 从1编  # 新节  # 修订  # 批注    # 标记⟦⟧ only marks that something is told of the file
    # 字符网格 -849                                linesAndChars, so many 4096ths of a point
    # 双线                                         a red double line below the last paragraph; # 双线 画 a drawn one,
                                                   # 双线 页脚 in the footer of the first page; 黑: in black

A full-width stroke within the words begins another run, set as the body is. Further settings of a paragraph: 西文,
主题字体, 留字符 (an indent of 0 points that is still one of 2 characters), 不紧缩 (16 pt take 16 pt).

Indents are in characters of the paragraph, lengths in points, a table's width in mm. An empty line is an empty
paragraph.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

FANGSONG, KAITI, HEITI, SONGTI = "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"
XIAOBIAOSONG = "方正小标宋简体"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass
class Set:
    """How a paragraph is set; points, but for the indents in characters."""

    font: str = FANGSONG
    size: float = 16
    bold: bool = False
    align: str = "both"
    left: float = 0
    right: float = 0
    first: float = 0
    before: float = 0
    line: float = 28.95
    red: bool = False
    new_page: bool = False
    extra: set[str] = field(default_factory=set)


STYLES: dict[str, dict[str, Any]] = {
    "标志": {"font": XIAOBIAOSONG, "size": 48, "align": "center", "red": True, "line": 0},
    "文号": {"align": "center"},
    "标题": {"font": XIAOBIAOSONG, "size": 22, "align": "center", "line": 36},
    "主送": {},
    "正文": {"first": 2},
    "一级": {"font": HEITI, "first": 2},
    "二级": {"font": KAITI, "first": 2},
    "三级": {"first": 2},
    "附件说明": {"left": 5, "first": -3, "before": 28.95},
    "附件续": {"left": 6.5, "first": -1.5},
    "署名": {"align": "right", "right": 2},
    "日期": {"align": "right", "right": 4},
    "附注": {"first": 2},
    "附件": {"font": HEITI, "new_page": True},
    "附件标题": {"font": XIAOBIAOSONG, "size": 22, "align": "center", "before": 28.95, "line": 36},
    "版记": {"size": 14, "left": 1, "right": 1, "line": 0},
    "": {},
}
_ALIGN = {"居中": "center", "右对齐": "right", "左对齐": "left", "两端": "both"}
_FONTS = {"仿宋": FANGSONG, "楷体": KAITI, "黑体": HEITI, "宋体": SONGTI, "小标宋": XIAOBIAOSONG}
_NUMBERS = {"左": "left", "右": "right", "首": "first", "段前": "before", "行": "line"}
_LINE = re.compile(r"(?P<style>[^（｜#]*)(?:（(?P<set>[^）]*)）)?｜(?P<text>.*)")


def word_case(text: str) -> tuple[bytes, list[tuple[int, str]]]:
    """The file, and what is marked: number of the paragraph (0: the file) and words."""
    import docx

    document: Any = docx.Document()
    for node in list(document.element.body):
        if not node.tag.endswith("}sectPr"):
            document.element.body.remove(node)
    _page(document.sections[0])
    writer = _Writer(document)
    for line in text.splitlines():
        writer.write(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue(), writer.marks


class _Writer:
    def __init__(self, document: Any) -> None:
        self.document = document
        self.marks: list[tuple[int, str]] = []
        self.count = 0
        self.table: Any = None

    def write(self, line: str) -> None:
        if line.startswith("#"):
            self._setting(line.removeprefix("#").lstrip())
            return
        match = _LINE.fullmatch(line)
        assert match or not line, f"not a paragraph: {line}"
        style, options, words = (match["style"], match["set"] or "", match["text"]) if match else ("", "", "")
        if style == "表":
            self._row(options, words)
            return
        self.table = None
        self._paragraph(self.document.add_paragraph(), _set(style, options), words)

    def _paragraph(self, paragraph: Any, how: Set, words: str) -> None:
        self.count += 1
        _fill(paragraph, how, self._unmarked(words, self.count))

    def _unmarked(self, words: str, number: int) -> str:
        self.marks += [(number, match[1]) for match in re.finditer("⟦(.*?)⟧", words)]
        return re.sub("[⟦⟧]", "", words)

    def _row(self, options: str, words: str) -> None:
        cells = words.split("｜")
        how = _set("", f"行0 {options}")
        if self.table is None:
            self.table = self.document.add_table(rows=0, cols=len(cells))
            width = next((float(one[1:]) for one in how.extra if one.startswith("宽")), 156.0)
            columns = self.table._tbl.tblGrid.findall(f"{_W}gridCol")
            for column in columns:
                column.set(f"{_W}w", str(round(width / 25.4 * 1440 / len(columns))))
            if "网格型" in how.extra:
                self.table.style = "Table Grid"
            _border(self.table._tbl.tblPr, "tblBorders", how, r"框(\d+)-(\d+)-(\d+)", "top", "insideH", "bottom")
        row = self.table.add_row()
        if "表头" in how.extra:
            _child(row._tr.get_or_add_trPr(), "tblHeader")
        if "不断行" in how.extra:
            _child(row._tr.get_or_add_trPr(), "cantSplit")
        for cell, text in zip(row.cells, cells, strict=True):
            self._paragraph(cell.paragraphs[0], how, text)
            _border(cell._tc.get_or_add_tcPr(), "tcBorders", how, r"格下(\d+)", "bottom")

    def _setting(self, line: str) -> None:
        line = self._unmarked(line, 0)
        section = self.document.sections[-1]
        name, _space, rest = line.partition(" ")
        match name:
            case "页脚" | "偶数页脚" | "首页页脚":
                kinds = {"页脚": "footer", "偶数页脚": "even_page_footer", "首页页脚": "first_page_footer"}
                footer = getattr(section, kinds[name])
                footer.is_linked_to_previous = False
                options, _bar, text = rest.partition("｜")
                _fill(footer.paragraphs[0], _set("", f"宋体 14磅 行0 {options}"), text)
                section.different_first_page_header_footer |= name == "首页页脚"
            case "页边距":
                top, bottom, left, right = map(float, rest.split())
                _page(section, top, bottom, left, right)
            case "奇偶不同":
                self.document.settings.odd_and_even_pages_header_footer = True
            case "从1编":
                _child(section._sectPr, "pgNumType", start="1")
            case "新节":
                self.document.add_section()
            case "修订":
                _revised(self.document.paragraphs[-1])
            case "批注":
                self.document.add_comment(self.document.paragraphs[-1].runs, text="请核", author="某")
            case "双线":
                _double_line(self.document, rest.split())
            case "字符网格":
                for old in section._sectPr.findall(f"{_W}docGrid"):
                    section._sectPr.remove(old)
                _child(section._sectPr, "docGrid", type="linesAndChars", linePitch="579", charSpace=rest or "0")
            case "标记":
                pass
            case _:
                raise AssertionError(f"no such setting: {line}")


def _border(parent: Any, name: str, how: Set, shape: str, *edges: str) -> None:
    """Where an option has this shape, its numbers are the thickness of these edges, in eighths of a point."""
    found = next((match for one in how.extra if (match := re.fullmatch(shape, one))), None)
    if found:
        borders = _child(parent, name)
        for edge, size in zip(edges, found.groups(), strict=True):
            _child(borders, edge, val="single" if int(size) else "nil", sz=size)


def _double_line(document: Any, options: list[str]) -> None:
    colour = "000000" if "黑" in options else "FF0000"
    if "画" in options:
        xml = f'<v:line xmlns:v="urn:schemas-microsoft-com:vml" strokecolor="#{colour}" strokeweight="4.5pt">'
        run = document.paragraphs[-1].add_run()
        run._r.append(etree.fromstring(f'{xml}<v:stroke linestyle="thickThin"/></v:line>'))
        return
    paragraph = document.paragraphs[-1]
    if "页脚" in options:
        section = document.sections[-1]
        section.different_first_page_header_footer = True
        section.first_page_footer.is_linked_to_previous = False
        paragraph = section.first_page_footer.paragraphs[0]
    edges = _child(paragraph._p.get_or_add_pPr(), "pBdr")
    _child(edges, "bottom", val="thickThinSmallGap", sz="24", color=colour)


def _page(section: Any, *margins: float) -> None:
    from docx.shared import Mm

    top, bottom, left, right = margins or (37, 35, 28, 26)
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(left), Mm(right)


def _set(style: str, options: str) -> Set:
    how = Set(**STYLES[style])
    for one in options.split():
        if one in _FONTS:
            how.font = _FONTS[one]
        elif one in _ALIGN:
            how.align = _ALIGN[one]
        elif number := re.fullmatch(r"(\d+(?:\.\d+)?)磅", one):
            how.size = float(number[1])
        elif number := re.fullmatch(r"(左|右|首|段前|行)(-?\d+(?:\.\d+)?)", one):
            setattr(how, _NUMBERS[number[1]], float(number[2]))
        elif one in ("加粗", "红"):
            setattr(how, {"加粗": "bold", "红": "red"}[one], True)
        elif one in ("另页", "同页"):
            how.new_page = one == "另页"
        else:
            how.extra.add(one)  # 宽170 表头 不断行 西文 主题字体
    return how


def _fill(paragraph: Any, how: Set, words: str) -> None:
    properties = paragraph._p.get_or_add_pPr()
    if how.new_page:
        _child(properties, "pageBreakBefore")
    spacing = {"before": str(round(how.before * 20)), "after": "0"}
    if how.line:
        spacing |= {"line": str(round(how.line * 20)), "lineRule": "exact"}
    _child(properties, "spacing", **spacing)
    kind = "hanging" if how.first < 0 else "firstLine"
    indents = {"left": how.left, "right": how.right, kind: abs(how.first)}
    indents_in_characters = {"firstLineChars": "200"} if "留字符" in how.extra else {}
    _child(
        properties,
        "ind",
        **indents_in_characters,
        **{name: str(round(value * how.size * 20)) for name, value in indents.items()},
    )
    _child(properties, "jc", val=how.align)
    # A stroke begins another piece of text; the second and all behind it are set as the body is.
    for number, piece in enumerate(words.split("／")):
        _run(paragraph, how if number == 0 else Set(), piece)


def _run(paragraph: Any, how: Set, words: str) -> None:
    run = paragraph.add_run(words)
    properties = run._r.get_or_add_rPr()
    theme = {"eastAsiaTheme": "minorEastAsia"} if "主题字体" in how.extra else {}
    latin = "Times New Roman" if "西文" in how.extra or how.font != SONGTI else how.font
    _child(properties, "rFonts", ascii=latin, hAnsi=latin, eastAsia=how.font, **theme)
    if how.bold:
        _child(properties, "b")
    if how.red:
        _child(properties, "color", val="FF0000")
    _child(properties, "sz", val=str(round(how.size * 2)))
    if how.size == 16 and "不紧缩" not in how.extra:
        # 28 characters in a line of 156 mm.
        _child(properties, "spacing", val="-5")


def _revised(paragraph: Any) -> None:
    node = _child(paragraph._p, "ins", id="9", author="某", date="2026-03-01T00:00:00Z")
    node.append(paragraph._p.makeelement(f"{_W}r", {}))
    text = paragraph._p.makeelement(f"{_W}t", {})
    text.text = "补"
    node[0].append(text)


def _child(parent: Any, name: str, **values: str) -> Any:
    node = parent.makeelement(f"{_W}{name}", {f"{_W}{key}": value for key, value in values.items()})
    parent.append(node)
    return node
