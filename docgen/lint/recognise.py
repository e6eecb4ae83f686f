"""The lines of a document that docgen did not make, told apart: number, title, addressee, body, signature, annexes.

    head → addressee → body → (annex_note, signature, date, note, copies_to, imprint) → annexes

Good notices come in many shapes: copied from the web the number stands below the title, and letterhead, signature or
imprint are missing; converted from a PDF every line stands alone. What is not recognised is body, in which rules look
for words only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from docgen.diagnostics import Place
from docgen.frozen import dataclass
from docgen.lint.passage import Part, Passage, Piece
from docgen.lint.pattern import Pattern

if TYPE_CHECKING:
    from docgen.lint.pages import PageLine

    pass


@dataclass(frozen=True)
class Line:
    """``text`` without the space around it; ``column`` (from 0) where it begins, None where nothing was typed in lines.

    ``gap``: an empty line or a page's end before it. ``part`` is given where the file itself says what it is.
    ``origin``: the lines on a page that it was put together from.
    """

    text: str
    place: Place
    column: int | None = None
    gap: bool = False
    part: Part | None = None
    source: str = ""
    origin: tuple[PageLine, ...] = ()


Told = tuple[Line, Part, bool]
"""A line, its part, and whether it goes on the passage before it."""


def told_lines(lines: Sequence[Line]) -> list[Told]:
    """Every line with its part, but for what a web page has around a notice."""
    kept = [line for line in lines if line.text]
    return _Reader(
        [line for at, line in enumerate(kept) if not _is_navigation(line.text) or _is_index(kept, at)]
    ).read()


def passages_of_told(told: Sequence[Told]) -> tuple[Passage, ...]:
    """A title, and a paragraph over several lines, become one passage."""
    return tuple(_joined(group, part) for group, part in _grouped(told))


# ---------------------------------------------------------------- the order of a notice


class _Reader:
    """Goes through the lines once; each method takes what it knows and stops at what it does not."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.at = 0
        self.told: list[Told] = []
        self.annexes: set[str] = set()

    def read(self) -> list[Told]:
        self._head()
        self._addressee()
        self._body()
        self._annexes()
        return self.told

    def _tell(self, part: Part, goes_on: bool = False) -> None:
        line = self.lines[self.at]
        self.told.append((line, line.part or part, goes_on and line.part is None))
        self.at += 1

    def _peek(self, ahead: int = 0) -> Line | None:
        index = self.at + ahead
        return self.lines[index] if index < len(self.lines) else None

    # ------------------------------------------------------------ down to the body

    def _head(self) -> None:
        start, end = _title_of(self.lines)
        while self.at < start:
            lines = len(self.lines)
            self._letterhead()
            # Number and signer in one line are two.
            start, end = start + len(self.lines) - lines, end + len(self.lines) - lines
        while self.at < end:
            self._tell("title", goes_on=self.at > start)
        while (line := self._peek()) and self.at < end + 2 and _is_head_number(line.text):
            self._letterhead()

    def _letterhead(self) -> None:
        line = self.lines[self.at]
        number, _space, signer = line.text.partition("签发人")
        if signer and _is_head_number(number.strip()):
            column = None if line.column is None else line.column + len(number)
            second = replace(line, text=f"签发人{signer}", column=column)
            self.lines[self.at : self.at + 1] = [replace(line, text=number.strip()), second]
        self._tell("number" if _is_head_number(self.lines[self.at].text) else "letterhead")

    def _addressee(self) -> None:
        length = next((n for n in range(1, _ADDRESSEE_LINES + 1) if self._ends_addressee(n)), 0)
        for number in range(length):
            self._tell("addressee", goes_on=number > 0)

    def _ends_addressee(self, length: int) -> bool:
        lines = [line.text for n in range(length) if (line := self._peek(n))]
        if len(lines) < length or any(map(_is_prose_or_heading, lines)):
            return False
        if _ANNEX_LABEL.fullmatch(lines[0]):
            return False
        if any(not line.endswith(("，", "、", ",", "；")) and len(line) < _BROKEN for line in lines[:-1]):
            return False
        if lines[-1].endswith(("：", ":")):
            return bool(_OFFICES.search("".join(lines))) and not _has_verb(lines[-1])
        following = self._peek(length)
        is_alone = following is not None and len(following.text) > 2 * len(lines[-1]) and "。" in following.text
        return length == 1 and is_alone and is_office(lines[0]) and lines[0].startswith(("各", "有关", "市各", "省各"))

    # ------------------------------------------------------------ body and what follows it

    def _body(self) -> None:
        before: Line | None = None
        while line := self._peek():
            if self._ending():
                before = None
            elif self._begins_annexes():
                return
            elif self._is_issued_text(line):
                if len(line.text) < _SHORT:
                    self._annex_title()
                return
            elif _is_attached(self.told, self.lines, self.at):
                while self._peek():
                    self._tell("attached")
            else:
                in_table = any(part == "cell" for _line, part, _on in self.told[-6:])
                cells = _cells(line, 1 if in_table else 2)
                if cells:
                    self.lines[self.at : self.at + 1] = cells
                    for _cell in cells:
                        self._tell("cell")
                    before = None
                else:
                    self._tell("body", goes_on=before is not None and _goes_on(before, line))
                    before = line

    def _ending(self) -> bool:
        """Whether one of the elements after the body was here, and is told."""
        line = self.lines[self.at]
        if self._annex_note() or self._signature():
            return True
        part: Part | None = None
        if re.match(r"(抄送|抄报|分送|主送)\s*[:：]", line.text):
            part = "copies_to"
        elif _IMPRINT.search(line.text) and len(line.text) < 60:
            part = "imprint"
        elif _PAGE_NUMBER.fullmatch(line.text):
            part = "page_number"
        elif self._is_note(line):
            part = "note"
        if part is None:
            return False
        self._tell(part)
        while part == "copies_to" and (more := self._peek()) and _continues_copies(self.told[-1][0], more):
            self._tell(part, goes_on=True)
        return True

    def _is_note(self, line: Line) -> bool:
        if not re.fullmatch(r"[（(][^（）()]{2,60}(?:[（(][^（）()]*[）)][^（）()]*)*[。.]?[）)]", line.text):
            return False
        after_date = any(part in ("date", "note") for _line, part, _on in self.told[-3:])
        return after_date or line.text[1:].startswith(("此件", "联系人", "本文"))

    def _is_issued_text(self, line: Line) -> bool:
        """What is issued with the notice and stands right after the date: 办法 named in the title, 第一条."""
        if not any(part == "date" for _line, part, _on in self.told[-3:]):
            return False
        title = "".join(_plain(one.text) for one, part, _on in self.told if part == "title")
        return bool(re.match("第一[章条]", line.text)) or (6 <= len(line.text) < _SHORT and _plain(line.text) in title)

    def _annex_note(self) -> bool:
        first = self.lines[self.at]
        match = _ANNEX_NOTE.match(first.text)
        if not (self._is_label_of_list() or (match and self._is_list_of_annexes(match))):
            return False
        self.annexes.add(_plain(_NUMBERED.sub("", match["name"] if match else "")))
        self._tell("annex_note")
        while line := self._peek():
            numbered = _NUMBERED.match(line.text) or _ANNEX_NOTE.match(line.text)
            if not numbered and not (self._is_name_going_on(line, first)):
                break
            if not numbered:
                self.annexes.add(_plain(_NUMBERED.sub("", self.told[-1][0].text + line.text)))
            else:
                self.annexes.add(_plain(_NUMBERED.sub("", line.text)))
            self._tell("annex_note", goes_on=not numbered)
        return True

    def _is_label_of_list(self) -> bool:
        """附件： alone, and the list below it."""
        following = self._peek(1)
        label = re.fullmatch(r"附\s*件\s*[:：]", self.lines[self.at].text)
        return bool(label and following and _NUMBERED.match(following.text))

    def _is_list_of_annexes(self, match: re.Match[str]) -> bool:
        if not match["number"]:
            return True
        if any(part in ("date", "annex_label") for _line, part, _on in self.told):
            return False
        ahead = (self._peek(n) for n in range(1, 12))
        return any(line is not None and (_DATE.fullmatch(line.text) or _ANNEX_NOTE.match(line.text)) for line in ahead)

    def _is_name_going_on(self, line: Line, first: Line) -> bool:
        """The rest of an annex's title, indented, before the next one or the signature."""
        if line.gap or len(line.text) > _NAME or self._signature_length() or self._begins_annexes():
            return False
        return (line.column or 0) > (first.column or 0) and not re.search(r"[。：:]", line.text)

    def _signature(self) -> bool:
        length = self._signature_length()
        for _number in range(length - 1):
            self._tell("signature")
        if length:
            self._date()
        return length > 0

    def _date(self) -> None:
        line = self.lines[self.at]
        match = _SIGNED.fullmatch(line.text)
        if match and match["signer"]:
            offset = match.start("date")
            column = None if line.column is None else line.column + offset
            second = replace(line, text=match["date"], column=column)
            self.lines[self.at : self.at + 1] = [replace(line, text=match["signer"].strip()), second]
            self._tell("signature")
        self._tell("date")

    def _signature_length(self) -> int:
        """How many lines from here are signature and date; 0 if they are not. Signers without a date at the very end
        count as well."""
        offices = 0
        while (line := self._peek(offices)) and is_office(line.text) and not _SIGNED.fullmatch(line.text):
            offices += 1
        last = self._peek(offices)
        if last is None:
            return 0
        match = _SIGNED.fullmatch(last.text)
        if not match or any(part == "date" for _line, part, _on in self.told):
            return 0
        following = self._peek(offices + 1)
        if not offices and following is not None and _HEADING.match(following.text):
            return 0
        rest = self.lines[self.at + offices + 1 : self.at + offices + 7]
        known = offices or match["signer"] or not rest or self._is_after_date(rest[0]) or _begins_notice(rest)
        return offices + 1 if known else 0

    def _is_after_date(self, line: Line) -> bool:
        shapes = (_ANNEX_LABEL, _NOTE, _PAGE_NUMBER)
        return any(shape.fullmatch(line.text) for shape in shapes) or bool(
            _ANNEX_NOTE.match(line.text)
            or re.match(r"(抄送|抄报|分送)\s*[:：]", line.text)
            or _IMPRINT.search(line.text)
        )

    # ------------------------------------------------------------ annexes

    def _begins_annexes(self) -> bool:
        line = self.lines[self.at]
        return bool(_ANNEX_LABEL.fullmatch(line.text)) or self._is_known_annex(line)

    def _is_known_annex(self, line: Line) -> bool:
        """A title that 附件说明 has named stands alone: an annex whose label was forgotten."""
        return line.part is None and _plain(line.text) in self.annexes

    def _annexes(self) -> None:
        while line := self._peek():
            if self._is_label_of_list():
                self._tell("annex_body")
            elif _ANNEX_LABEL.fullmatch(line.text):
                self._tell("annex_label")
                self._annex_title()
            elif self._is_known_annex(line) and not self._in_annex_title():
                self._tell("annex_title")
            elif _PAGE_NUMBER.fullmatch(line.text):
                self._tell("page_number")
            elif re.match(r"(抄送|抄报|分送)\s*[:：]", line.text):
                self._tell("copies_to")
            elif self._is_imprint(line):
                self._tell("imprint")
            elif cells := _cells(line, 1):
                self.lines[self.at : self.at + 1] = cells
                for _cell in cells:
                    self._tell("cell")
            elif self._is_in_cell(line):
                self._tell("cell")
            else:
                self._tell("annex_body")

    def _is_imprint(self, line: Line) -> bool:
        """The office that prints, and when; the office alone where it ends the document."""
        if self._peek(1) is None and line.part is None and re.fullmatch(r"[\u4e00-\u9fff]{4,30}办公[室厅]", line.text):
            return True
        return bool(_IMPRINT.search(line.text)) and len(line.text) < _SHORT

    def _is_in_cell(self, line: Line) -> bool:
        """A cell's further lines: only its first stands behind a tab."""
        is_note = re.match(r"(?:注|备注|说明|填表说明)\s*[:：]", line.text) or (
            len(line.text) > 40 and "。" in line.text
        )
        return bool(self.told) and self.told[-1][1] == "cell" and line.column is not None and not is_note

    def _in_annex_title(self) -> bool:
        return bool(self.told) and self.told[-1][1] in ("annex_label", "annex_title")

    def _annex_title(self) -> None:
        length = 0
        while (line := self._peek(length)) and length < _TITLE_LINES:
            if line.part or len(line.text) > 50 or re.search(r"[。；：:\t]|_{2}", line.text):
                break
            length += 1
            if (
                _PAPER.search(line.text)
                or "".join(_plain(self.lines[self.at + n].text) for n in range(length)) in self.annexes
            ):
                break
        else:
            length = min(length, 1)
        for number in range(length):
            self._tell("annex_title", goes_on=number > 0)


# ---------------------------------------------------------------- the title


def _title_of(lines: Sequence[Line]) -> tuple[int, int]:
    """Where the title's lines begin and end; (0, 0) if none is found."""
    for end, line in enumerate(lines[:_FRONT]):
        if _TITLE_END.search(line.text) and not re.search(r"[。；]|文件$", line.text) and len(line.text) < 100:
            start = _title_start(lines, end)
            if "关于" in "".join(one.text for one in lines[start : end + 1]) or end < _FRONT // 2:
                return start, end + 1
        if "。" in line.text:
            break
    if lines and len(lines[0].text) < _SHORT and not re.search("[。；：:，]|^附", lines[0].text):
        before_addressee = len(lines) > 1 and lines[1].text.endswith("：") and bool(_OFFICES.search(lines[1].text))
        if before_addressee or re.match(".{0,40}关于.{4,}", lines[0].text) or _PLAN.search(lines[0].text):
            return 0, 1
    return 0, 0


def _title_start(lines: Sequence[Line], end: int) -> int:
    start = end
    while start and "关于" not in lines[start].text and end - start < _TITLE_LINES and _may_be_title(lines[start - 1]):
        start -= 1
    if "关于" not in lines[start].text:
        return end
    above = lines[start - 1] if start else None
    is_part = above is not None and lines[start].text.startswith("关于") and not lines[start].gap
    if is_part and above is not None and is_office(above.text):
        return start - 1
    return start


def _may_be_title(line: Line) -> bool:
    return len(line.text) < 50 and not re.search(r"[。；：:]", line.text) and not _is_head_number(line.text)


def _is_attached(told: Sequence[Told], lines: Sequence[Line], at: int) -> bool:
    """Whether another office's notice begins here: a title after our date, then its number or its addressee."""
    return any(part == "date" for _line, part, _on in told) and _begins_notice(lines[at : at + 6])


def _begins_notice(lines: Sequence[Line]) -> bool:
    start, end = _title_of(lines[:4])
    following = lines[end : end + 2]
    return (
        end > 0 and start == 0 and any(_is_head_number(one.text) or one.text.endswith(("：", ":")) for one in following)
    )


# ---------------------------------------------------------------- shapes

_FRONT = 14
"""The title ends within so many lines."""
_TITLE_LINES = 4
_SHORT = 60
_NAME = 30
"""Characters of the rest of an annex's title at most."""
_ADDRESSEE_LINES = 6
_GENRES = (
    "决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|办法|细则|规定|方案|规则|安排|"
    "启事|简章|公示|指引"
)
_TITLE_END = Pattern(rf"(?:{_GENRES})\s*(?:[（(].{{1,12}}[）)])?$")
_PLAN = Pattern(r"年.*(?:要点|计划|总结)$")
"""What is published under its own name: 2026年工作要点."""
_OFFICE = r"(?:局|厅|委|委员会|办|办公室|办公厅|政府|部|院|中心|公司|处|司|会|党组|党委|社|署|校|大学|学院|所|站|团)"
_OFFICES = Pattern(rf"各|有关|{_OFFICE}|单位|同志")
_DAY = (
    r"(?:[12]\d{3}\s*年\s*\d{0,2}\s*月\s*\d{0,2}\s*[日号]"
    r"|[二两][\u25cb\u3007\u25ef\u25cf零oOＯ0０一二三四五六七八九]{3}\s*年\s*[一二三四五六七八九十正元〇○]{1,3}\s*月\s*[一二三四五六七八九十廿〇○]{1,4}\s*[日号]"
    r"|[12]\d{3}[./\-－—][01]?\d[./\-－—][0-3]?\d)"
)
_DATE = Pattern(_DAY)
_SIGNED = Pattern(rf"(?P<signer>[\u4e00-\u9fff（）()、\s]{{4,50}}{_OFFICE}\s+)?(?P<date>{_DAY})")
_IMPRINT = Pattern(r"印发(?:\s*[（(]?共印.*)?$|^共印\s*\d+\s*份|^校\s*对[:：]")
_PAGE_NUMBER = re.compile(
    r"[-—–－―─]+\s*\d{1,3}\s*[-—–－―─]+|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?|\d{1,3}\s*/\s*\d{1,3}"
)
_NOTE = re.compile(r"[（(].{2,80}[）)]")
_ANNEX_LABEL = re.compile(
    r"(?:\S{2,20}[〔\[［【（(]\d{4}[〕\]］】）)]\d{1,5}号\s*)?附\s*件\s*(?:[\d０-９]{1,2}|[一二三四五六七八九十]{1,3})?(?:\s*[-—－]\s*\d{1,2})?\s*[:：]?"
)
_ANNEX_NOTE = Pattern(r"附\s*件\s*(?P<number>[\d０-９]{0,2})(?:\s*[:：.．、]\s*|(?<=\d)\s+(?![（(]))(?P<name>\S.*)")
_NUMBERED = Pattern(
    r"[-·]?\s*[（(]?[\d０-９]{1,2}\s*[.．、）)]\s*(?!\d)|^附\s*件\s*\d{0,2}\s*[:：.．、\s]\s*(?:\d{1,2}\s*[.．、]\s*)?|\d{1,2}[.．](?=[12]\d{3}年)"
)
_HEADING = Pattern(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}\s*[.．、](?!\d)|[（(]\d{1,2}[）)]|第[一二三四五六七八九十百]+[章节条]"
)
_PAPER = Pattern(
    r"(?:表|书|单|册|函|办法|方案|目录|清单|指南|细则|名单|标准|说明|须知|样式|样表|模板|格式|条件|规定|要求|计划|大纲|提纲|范围|流程|流程图|意见|通知|通报|报告|总结|名额|分配|安排|材料|一览|汇总|协议|合同|承诺|证明|回执|信息|规则|章程|公告)"
    r"\s*(?:[（(][^（）()]{1,30}[）)])?$"
)
_LABEL = Pattern(r"[^，。；：:]{2,14}[:：]")
_MEETS_NUMBER = Pattern(
    r"(?:发文字号[:：]\s*|文号[:：]\s*)?[\u4e00-\u9fff（）()、]{1,24}\s*.{0,2}?\d{2,4}\s*[年\]］】〕）)〉>]{0,2}\s*第?\s*[\d０-９]{1,6}\s*号"
)


def _is_head_number(text: str) -> bool:
    return len(text) <= 40 and bool(_MEETS_NUMBER.fullmatch(text))


def is_office(text: str) -> bool:
    """Names of offices alone: 示例市人力资源和社会保障局　示例市财政局."""
    return (
        4 <= len(text) <= 60
        and bool(re.fullmatch(rf"[\u4e00-\u9fff（）()、\s]+{_OFFICE}(?:[（(]代章[）)])?", text))
        and "关于" not in text
    )


def _is_prose_or_heading(text: str) -> bool:
    return "。" in text or "；" in text or bool(_HEADING.match(text))


def _has_verb(text: str) -> bool:
    return bool(re.search(r"如下[:：]$|现[将就]|为了?[贯做进深加切全]|根据", text))


def _continues_copies(before: Line, line: Line) -> bool:
    return not before.text.endswith("。") and not line.gap and not _IMPRINT.search(line.text) and len(line.text) < 80


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a paragraph was broken between two lines: by a program that turned pages into text."""
    if before.column is None or before.part or line.part or _LABEL.match(before.text) or _LABEL.match(line.text):
        return False
    if _HEADING.match(before.text) and "。" not in before.text:
        return False
    if len(before.text) < _BROKEN or _HEADING.match(line.text) or not re.search("[，。；、]", before.text):
        return False
    return bool(re.search(r"[\u4e00-\u9fff，、“《（(]$", before.text)) and bool(
        re.match(r"[\u4e00-\u9fff”》）)，、。；\d]", line.text)
    )


_BROKEN = 22
"""A line so long that ends in the middle of a sentence may have been broken."""


def _cells(line: Line, tabs: int) -> list[Line]:
    """The cells of a table's row as programs write it into text, between tabs."""
    if line.source.count("\t") < tabs:
        return []
    found = []
    for match in re.finditer(r"[^\t]+", line.source):
        text = match.group().strip()
        if text:
            cut = len(match.group()) - len(match.group().lstrip())
            found.append(replace(line, text=text, column=match.start() + cut, part="cell", source=line.source))
    return found


def _plain(text: str) -> str:
    return re.sub(r"[\s《》]+", "", text)


_NAVIGATION = Pattern(
    r"(?:首页|当前位置|您(?:现在|当前)的位置|来源|发布(?:时间|日期|机构|单位)|字号|字体|浏览(?:次数|量)|点击(?:次数|量)|阅读(?:次数|量)|索\s*引\s*号|主题分类|"
    r"主题词|信息来源|责任编辑|编辑|有效性|信息分类|公开(?:方式|类别)|打印|分享到?|扫一扫|上一篇|下一篇|相关(?:链接|附件|阅读))\s*[:：>》|】\]].*"
    r"|【?(?:打印本页|关闭窗口|返回顶部|字体：?大中小|打印|关闭)】?(?:\s*【?(?:打印本页|关闭窗口|打印|关闭)】?)*"
)


def _is_index(lines: Sequence[Line], at: int) -> bool:
    """主题词 as it stood in the imprint until 2012: in the lower half, not among a web page's data."""
    return lines[at].text.startswith("主题词") and at > len(lines) // 2


def _is_navigation(text: str) -> bool:
    return bool(_NAVIGATION.fullmatch(text))


# ---------------------------------------------------------------- lines to passages


def _grouped(told: Sequence[Told]) -> Iterator[tuple[list[Line], Part]]:
    group: list[Line] = []
    part: Part = "body"
    for line, own, goes_on in told:
        if group and not (goes_on and own == part):
            yield group, part
            group = []
        group.append(line)
        part = own
    if group:
        yield group, part


def _joined(group: Sequence[Line], part: Part) -> Passage:
    first = group[0]
    text, pieces = "", []
    for line in group:
        if line.column is not None:
            row = (line.place.line or 0) - (first.place.line or 0)
            pieces.append(Piece(len(text), len(text) + len(line.text), line.column, False, row))
        text += line.text
    number = max((first.place.line or 1) - 1, 0)
    return Passage(text, part, first.place, tuple(pieces), line=number, source=first.source)
