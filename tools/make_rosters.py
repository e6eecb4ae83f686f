"""The sample rosters in data/: real areas and bureaus, everything else in them made up.

    make rosters

Telephone numbers have the real area code and a number that begins with 0000, which no exchange has; mail addresses
are under example.com, which is nobody's (RFC 2606); people are called 示例一, 示例二 …; streets 示例路. Each of the
five files is of another kind, as bureaus have them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from xlsxwriter import Workbook

from docgen.compose.numerals import chinese_number
from docgen.roster.workbook.template import CREATED
from docgen.world.files import write_all

DATA = Path(__file__).parent.parent / "data"

MADE_UP = "联系方式为虚构示例"
BUREAU = "人力资源和社会保障局"

TIANJIN = (
    "和平区 河东区 河西区 南开区 河北区 红桥区 东丽区 西青区 津南区 北辰区 武清区 宝坻区 滨海新区 宁河区 静海区 蓟州区"
)
SHANGHAI = (
    "黄浦区 徐汇区 长宁区 静安区 普陀区 虹口区 杨浦区 闵行区 宝山区 嘉定区 浦东新区 金山区 松江区 青浦区 奉贤区 崇明区"
)
NEIMENGGU = (
    "呼和浩特市 包头市 乌海市 赤峰市 通辽市 鄂尔多斯市 呼伦贝尔市 巴彦淖尔市 乌兰察布市 兴安盟 锡林郭勒盟 阿拉善盟 "
    "满洲里市 二连浩特市"
)
HENAN_CITIES = (
    "郑州市 开封市 洛阳市 平顶山市 安阳市 鹤壁市 新乡市 焦作市 濮阳市 许昌市 漯河市 三门峡市 南阳市 商丘市 信阳市 "
    "周口市 驻马店市 济源市"
)
HENAN_COUNTIES = "巩义市 兰考县 汝州市 滑县 长垣县 邓州市 永城市 固始县 鹿邑县 新蔡县"


@dataclass(frozen=True)
class Bureau:
    """A unit of a roster; ``number`` counts from 1 within it."""

    number: int
    name: str
    area: str
    code: str
    mail: str

    @property
    def contact(self) -> str:
        """示例十六."""
        return f"示例{chinese_number(self.number)}"

    @property
    def phone(self) -> str:
        """022-00000016; behind a code of four digits stand seven."""
        return f"{self.code}-{self.number:0{8 if len(self.code) == 3 else 7}}"

    @property
    def email(self) -> str:
        """tj16@example.com."""
        return f"{self.mail}{self.number:02}@example.com"

    @property
    def address(self) -> str:
        """和平区示例路1号."""
        return f"{self.area}示例路{self.number}号"


def bureaus(areas: str, before: str, code: str, mail: str) -> list[Bureau]:
    """The bureaus of these areas; ``before`` is the city's name where the bureau bears it."""
    return [
        Bureau(number, f"{before}{area}{BUREAU}", area, code, mail)
        for number, area in enumerate(areas.split(), start=1)
    ]


def main() -> None:
    """Writes them all."""
    files = {
        "tianjin/2020.units.xlsx": tianjin(),
        "shanghai/2023.units.csv": shanghai(),
        "neimenggu/2023.units.xlsx": neimenggu_2023(),
        "neimenggu/2017.units.yaml": neimenggu_2017(),
        "henan/2012.units.csv": henan(),
    }
    write_all(DATA, files)
    for name in files:
        print(f"data/{name}")


def tianjin() -> bytes:
    """The 16 districts; a workbook."""
    header = ("序号", "单位名称", "所在地区", "联系人", "联系电话", "通讯地址", "备注")
    rows = [
        (str(one.number), one.name, one.area, one.contact, one.phone, one.address, MADE_UP)
        for one in bureaus(TIANJIN, "天津市", "022", "tj")
    ]
    return workbook("天津市各区人力资源和社会保障局名册", header, rows)


def shanghai() -> bytes:
    """The 16 districts; CSV as Excel saves it: UTF-8 with its mark, lines ended by CR LF."""
    header = ("单位名称", "所在区", "联系人", "办公电话", "E-mail", "通讯地址", "备注")
    rows = [
        (one.name, one.area, one.contact, one.phone, one.email, one.address, MADE_UP)
        for one in bureaus(SHANGHAI, "上海市", "021", "sh")
    ]
    return table(header, rows).encode("utf-8-sig")


def neimenggu_2023() -> bytes:
    """The twelve leagues and cities, and the two cities that report by themselves; a workbook with quotas."""
    header = ("单位名称", "盟市", "联系人", "联系电话", "电子邮箱", "通讯地址", "重点联系专家名额", "备注")
    rows = [
        (one.name, one.area, one.contact, one.phone, one.email, one.address, "10", MADE_UP)
        for one in bureaus(NEIMENGGU, "", "0471", "nmg")
    ]
    return workbook("内蒙古自治区各盟市人力资源和社会保障局名册", header, rows)


def neimenggu_2017() -> bytes:
    """The same; YAML."""
    lines = [f"# 内蒙古自治区各盟市和满洲里市、二连浩特市人力资源和社会保障局；{MADE_UP}。"]
    for one in bureaus(NEIMENGGU, "", "0471", "nmg"):
        lines += [f"- name: {one.name}", f"  area: {one.area}", f"  contact: {one.contact}"]
        lines += [f"  phone: {one.phone}", f"  address: {one.address}"]
    return ("\n".join(lines) + "\n").encode()


def henan() -> bytes:
    """18 cities and ten counties under the province itself; CSV in GB18030, as WPS saves it."""
    header = ("序号", "单位名称", "省辖市", "类别", "联系人", "电话", "备注")
    places = [*HENAN_CITIES.split(), *HENAN_COUNTIES.split()]
    kinds = ["省辖市" if place in HENAN_CITIES.split() else "省直管县（市）" for place in places]
    rows = [
        (str(one.number), one.name, one.area, kind, one.contact, one.phone, MADE_UP)
        for one, kind in zip(bureaus(" ".join(places), "", "0371", "hn"), kinds, strict=True)
    ]
    return table(header, rows).encode("gb18030")


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """CSV."""
    text = io.StringIO()
    csv.writer(text).writerows([header, *rows])
    return text.getvalue()


def workbook(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """A sheet as a clerk makes it: a title over all columns, the header, the rows, a note."""
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"title": title, "created": CREATED})
        sheet = book.add_worksheet("名册")
        text = book.add_format({"num_format": "@", "border": 1})
        head = book.add_format({"bold": True, "border": 1, "align": "center", "num_format": "@"})
        large = book.add_format({"bold": True, "size": 16, "align": "center"})
        sheet.merge_range(0, 0, 0, len(header) - 1, title, large)
        for number, cells in enumerate([header, *rows], start=1):
            for column, cell in enumerate(cells):
                sheet.write_string(number, column, cell, head if number == 1 else text)
        sheet.write_string(len(rows) + 2, 0, f"注：{MADE_UP}。")
        for column, name in enumerate(header):
            width = max(2 * len(cells[column]) for cells in [header, *rows]) + 2
            sheet.set_column(column, column, min(width, 44) if name != "序号" else 6)
        sheet.freeze_panes(2, 0)
    return content.getvalue()


if __name__ == "__main__":
    main()
