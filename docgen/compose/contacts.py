"""Contact lines: which labels make a line one, how a label and a name are spread.

A label of two or three characters is spread to the width of four, so that the colons stand below each other:
联 系 人, 传　　真.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

CONTACT_LABELS = frozenset(
    {
        "联系人",
        "联系人员",
        "联系单位",
        "联系部门",
        "联系处室",
        "联系电话",
        "联系方式",
        "联系地址",
        "联系邮箱",
        "电话",
        "办公电话",
        "固定电话",
        "咨询电话",
        "监督电话",
        "举报电话",
        "手机",
        "手机号码",
        "移动电话",
        "传真",
        "传真电话",
        "电子邮箱",
        "电子信箱",
        "电子邮件",
        "邮箱",
        "报送邮箱",
        "监督邮箱",
        "地址",
        "通信地址",
        "通讯地址",
        "邮寄地址",
        "材料邮寄地址",
        "报送地址",
        "办公地址",
        "邮政编码",
        "邮编",
        "网址",
        "收件人",
    }
)
"""A line that begins with one of these and a colon is a contact line."""

_LINE = re.compile(r"([^：:]{2,16})[：:]\s*(\S.*)")
_SPACES = re.compile(r"\s+")


def contact_line(line: str) -> tuple[str, str] | None:
    """Label (spread) and value of a line such as ``联系人：杨妤``; None if it is no contact line."""
    match = _LINE.fullmatch(line.strip())
    if match is None:
        return None
    label = _SPACES.sub("", match[1])
    return (spread_label(label), match[2].rstrip()) if label in CONTACT_LABELS else None


def spread_label(label: str) -> str:
    """To the width of four characters: 联系人 → 联 系 人, 传真 → 传　　真; longer ones stay as they are."""
    match len(label):
        case 2:
            return "　　".join(label)
        case 3:
            return " ".join(label)
        case _:
            return label


def spread_name(name: str) -> str:
    """A name of two characters to the width of three: 塞夫 → 塞　夫."""
    bare = _SPACES.sub("", name)
    return "　".join(bare) if len(bare) == 2 and all("\u4e00" <= sign <= "\u9fff" for sign in bare) else name


def join_people(names: Sequence[str], separator: str = "、", spread: bool | None = None) -> str:
    """Names in a row. Set apart by white space they are spread to one width, unless ``spread`` forbids it."""
    wide = separator.strip() == "" if spread is None else spread
    return separator.join(spread_name(name) if wide else name for name in names)
