"""The comments that ``docgen new`` leaves in a campaign's file: Chinese, as the file is."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.sources.open_points import TODO
from docgen.years.dates import Proposal, dated, rule_in_file

SERIAL = "发文字号的顺序号：编号后填写"
ISSUED = "成文日期：签发时填写"
PRINTED = "印发日期：印发时填写"
BY_RULE = "，按规则推算是{day}"
BASIS_NUMBER = "依据的文号：换成今年的，标题一并核对"
BASIS_DAY = "依据的日期：换成今年的"
BEFORE = "，原为{old}"
DAY = "核定日期：原为{old}，{rule}"
TYPED = "核定文中写明的日期：“{old}”已改为“{new}”，{rule}"
FACT = "核定数值：正好是原来的年份{old}"
UNITS = "名册：换成今年的，现在还是{old}"
SUPERIOR = "上级今年的年度工作：现在还是{old}"
ATTACHED = "换成今年转发的公文：标题、文号、正文、署名、日期"
FORWARDED = "已换成上级今年的公文，逐字核对"
FORM_DATE = "核定表格{form}中写明的日期：“{old}”已改为“{new}”"
NEW_FIELD = "上级今年在这里增加了{key}：{theirs}，核定是否增加"
GONE = "上级今年不再有{key}，核定是否保留"
CONFLICT = "上级由{base}改为{theirs}，本地是{ours}，核定{key}"
UNKNOWN_NAMES = "正文用到了这里没有的{names}，补上或者改写"
FORM_MERGED = "上级的表格有变动，已并入{form}，核对：{changes}"
FORM_CONFLICT = "{form}第{lines}行起两边都改了（本地的有效，上级的写成注释），核定后删去标记"
FORM_CHANGED = "上级的表格有变动，核定是否照改：{changes}"


def day(proposal: Proposal) -> str:
    """The comment on a day that was worked out by rule."""
    return DAY.format(old=dated(proposal.old), rule=rule_in_file(proposal))


def rule(proposal: Proposal) -> str:
    """The rule by which a day was worked out."""
    return rule_in_file(proposal)


def form_changed(changes: Iterable[tuple[str, str | None, str | None]], merged_into: str = "") -> str:
    """The comment on a form that the superior changed: field by field what was asked of it and what is now."""
    words = "、".join(_change(*change) for change in changes) or "文字"
    return (FORM_MERGED if merged_into else FORM_CHANGED).format(form=merged_into, changes=words)


def form_conflict(form: str, lines: Iterable[int]) -> str:
    """The comment on a form in which both changed the same."""
    return FORM_CONFLICT.format(form=form, lines="、".join(map(str, lines)))


def _change(field: str, old: str | None, new: str | None) -> str:
    if old is None:
        return f"增加{field}"
    return f"删去{field}" if new is None else f"{field}由“{old}”改为“{new}”"


def comment(todo: str) -> str:
    """The comment as it stands in the file."""
    return f"{TODO} {todo}"


def subject(todo: str) -> str:
    """What a comment is about: its words before the colon."""
    return todo.partition("：")[0]
