"""The empty roster of a campaign, for a clerk to fill in: headers, help, lists to choose from.

What it says is in Chinese whatever the language of messages, as the campaign is.
"""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING, Any

from docgen.campaign.model import Campaign
from docgen.roster.columns import Column, Kind
from docgen.roster.plan import RosterPlan

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

SHEET, HELP, CHOICES = "名册", "填写说明", "选项"
LAST_ROW = 5000
"""So many rows offer the lists; longer rosters are read all the same."""

CREATED = datetime.datetime(2000, 1, 1)
"""Not the clock's: the same roster has the same bytes."""

KIND_NOTES: dict[Kind, str] = {
    "line": "文字",
    "text": "文字，可以分行",
    "date": "日期，如 2023-05-01",
    "phone": "电话，固定电话带区号；几个号码之间用顿号",
    "mobile": "11位手机号码",
    "email": "电子邮箱",
    "number": "数字",
    "choice": "从下拉列表中选",
    "idcard": "18位公民身份号码",
    "creditcode": "18位统一社会信用代码",
    "postcode": "6位邮政编码",
    "list": "可填几项，之间用顿号",
}

GENERAL = (
    "一行填一个单位，不合并单元格，不在表中插入小计。",
    "标有“（必填）”的列每行都要填；其他列可以空着，也可以整列删去。",
    "各列已设为文本格式：电话、代码照原样输入，开头的0不会丢。",
    "可以另加“序号”“备注”列，docgen 不读这两列。",
    "填好后用 docgen units check 检查，用 docgen build --units 生成各单位的表。",
)


def roster_template(plan: RosterPlan, every_field: bool = False) -> bytes:
    """The workbook, .xlsx: a sheet 名册 with a header only, a sheet 填写说明.

    ``every_field``: with a column for each field of the forms, not only for those that units are known by. The same
    plan gives the same bytes.
    """
    from xlsxwriter import Workbook

    offers = ("always", "on request") if every_field else ("always",)
    columns = [column for column in plan.columns if column.offer in offers]
    content = io.BytesIO()
    workbook = Workbook(content, {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False})
    author = plan.campaign.issuer[0].name
    workbook.set_properties({"title": f"{plan.campaign.id} 名册", "author": author, "created": CREATED})
    with workbook:
        _roster(workbook, columns)
        _help(workbook, columns, plan.campaign)
    return content.getvalue()


def header_of(column: Column) -> str:
    """单位名称（必填）."""
    return f"{column.label}（必填）" if column.required else column.label


def note_of(column: Column) -> str:
    """What goes into the column, in one line."""
    parts = [column.note or KIND_NOTES[column.kind]]
    if column.multiple:
        parts[0] = "可选几项，之间用顿号"
    if column.limit:
        parts.append(f"不超过{column.limit}字")
    return "；".join(parts)


# ---------------------------------------------------------------- 名册


def _roster(workbook: Workbook, columns: list[Column]) -> None:
    sheet = workbook.add_worksheet(SHEET)
    text = workbook.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    head, needed = (_head(workbook, colour) for colour in ("#D9E2F3", "#FCE4D6"))
    for index, column in enumerate(columns):
        sheet.set_column(index, index, width_of(column), text)
        sheet.write_string(0, index, header_of(column), needed if column.required else head)
        sheet.write_comment(0, index, note_of(column), {"author": "docgen", "x_scale": 1.5})
        if column.options and not column.multiple:
            _list(workbook, sheet, index, column)
    sheet.set_row(0, 32)
    sheet.freeze_panes(1, 1)


def _head(workbook: Workbook, colour: str) -> Format:
    style = {"bold": True, "bg_color": colour, "border": 1, "align": "center", "valign": "vcenter"}
    return workbook.add_format({**style, "text_wrap": True, "num_format": "@"})


def _list(workbook: Workbook, sheet: Worksheet, index: int, column: Column) -> None:
    """A list in the cell; a long one is kept on a sheet of its own, as Excel takes 255 characters at most."""
    source: Any = list(column.options)
    if len(",".join(column.options)) > 255 or any("," in option for option in column.options):
        hidden = workbook.get_worksheet_by_name(CHOICES) or _hidden(workbook)
        for row, option in enumerate(column.options):
            hidden.write_string(row, index, option)
        letters = _letters(index)
        source = f"={CHOICES}!${letters}$1:${letters}${len(column.options)}"
    error = {"error_title": "不在可选的值里", "error_message": "请从列表中选一个值。"}
    sheet.data_validation(1, index, LAST_ROW, index, {"validate": "list", "source": source, **error})


def _hidden(workbook: Workbook) -> Worksheet:
    sheet = workbook.add_worksheet(CHOICES)
    sheet.hide()
    return sheet


def _letters(index: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(index))


WIDTHS: dict[Kind, int] = {"text": 40, "creditcode": 22, "idcard": 22, "email": 26, "phone": 18, "mobile": 14}


def width_of(column: Column) -> int:
    """In characters of the usual font, a Chinese one counts two."""
    least = {"name": 36, "address": 36}.get(column.key, WIDTHS.get(column.kind, 12))
    return max(least, min(2 * len(header_of(column)) + 2, 30))


# ---------------------------------------------------------------- 填写说明


def _help(workbook: Workbook, columns: list[Column], campaign: Campaign) -> None:
    sheet = workbook.add_worksheet(HELP)
    bold = workbook.add_format({"bold": True, "num_format": "@"})
    wrap = workbook.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    for index, width in enumerate((28, 10, 48, 60)):
        sheet.set_column(index, index, width, wrap)
    sheet.write_string(0, 0, f"{campaign.year}年名册（{campaign.id}）", bold)
    for row, line in enumerate(GENERAL, start=1):
        sheet.write_string(row, 0, f"{row}. {line}", workbook.add_format({"num_format": "@"}))
    top = len(GENERAL) + 2
    for index, header in enumerate(("列", "必填", "填什么", "可填的值")):
        sheet.write_string(top, index, header, bold)
    for row, column in enumerate(columns, start=top + 1):
        cells = (column.label, "是" if column.required else "", note_of(column), "、".join(column.options))
        for index, cell in enumerate(cells):
            sheet.write_string(row, index, cell, wrap)
