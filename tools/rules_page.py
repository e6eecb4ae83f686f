"""docs/rules.md and a page for each group in docs/rules/: the rules of ``docgen check``, as ``docgen explain`` does.

make rules
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from docgen.lint.finding import Severity
from docgen.lint.listed import Listed
from docgen.lint.rule import Rule, paragraphs
from docgen.lint.rules import RULES

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"

GROUPS = {
    "DOCNO": "发文字号",
    "HEAD": "版头",
    "TITLE": "标题",
    "TO": "主送机关",
    "SIGN": "落款",
    "DATE": "成文日期和文中的日期",
    "STRUCT": "层次序号和小标题",
    "ATT": "附件",
    "REF": "依据和引用",
    "NOTE": "附注和联系人",
    "IMP": "版记",
    "GENRE": "文种和用语",
    "FORM": "表格",
    "PAGE": "页面",
    "DOCX": "Word 文件",
    "TPL": "模板和名称",
    "TIME": "截止时间、期限、星期",
    "YEAR": "年度",
    "SUP": "上级的通知",
    "QUOTA": "名额",
    "ROSTER": "名册",
    "CONTACT": "联系方式",
    "VALUE": "重复打的数值",
    "OPEN": "尚未确定的事项",
    "NUM": "数字",
    "PUNC": "标点",
    "WORD": "用词",
    "ALLOW": "“允许”注记",
}
"""The groups in the order of their rules."""

SEVERITIES: dict[Severity, str] = {"error": "错误", "warning": "警告", "info": "提示"}

HEAD = """\
# 检查的规则

`docgen check` 的全部规则，共{rules}条，其中{fixed}条 `--fix` 能改。怎样检查、怎样允许个别地方，
见[检查通知](check.zh-CN.md)。级别随依据：国家标准、条例、法律“应当”的是错误，“一般”“可以”的是警告；实务做法只作警告或提示，不冒充标准。

`docgen explain 代号` 在终端显示同样的说明。本页由 `make rules` 生成。

"""
COLUMNS = "| 代号 | 名称 | 要求 | 级别 | 依据 | `--fix` |\n|---|---|---|---|---|---|\n"
GROUP_HEAD = """\
# {code}　{title}

[全部规则](../rules.md)

"""


def main() -> int:
    """Writes the pages, and removes those of groups that are gone."""
    pages = written()
    (DOCS / "rules").mkdir(exist_ok=True)
    for old in (DOCS / "rules").glob("*.md"):
        if old.relative_to(DOCS).as_posix() not in pages:
            old.unlink()
    for name, text in pages.items():
        (DOCS / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


def written() -> dict[str, str]:
    """The pages by their names below docs/."""
    groups = {code: list(rules) for code, rules in groupby(RULES, key=group)}
    pages = {f"rules/{code.lower()}.md": "".join(_group(code, rules)) for code, rules in groups.items()}
    return {"rules.md": "".join(_list(groups)), **pages}


def group(one: Listed) -> str:
    """DOCNO of DOCNO-001."""
    return one.code.partition("-")[0]


def _list(groups: dict[str, list[Listed]]) -> Iterator[str]:
    yield HEAD.format(rules=len(RULES), fixed=sum(one.rule.fixes for one in RULES))
    for code, rules in groups.items():
        yield f"## {code}　{GROUPS[code]}\n\n{COLUMNS}"
        for one in rules:
            yield _row(one.rule, f"rules/{code.lower()}.md#{anchor(one.rule)}")
        yield "\n" if code != list(groups)[-1] else ""


def _row(rule: Rule, target: str) -> str:
    mended = "能改" if rule.fixes else ""
    cells = [f"[{rule.code}]({target})", rule.name, rule.title, SEVERITIES[rule.severity], rule.source, mended]
    return "|" + "|".join(f" {_cell(cell)} " if cell else " " for cell in cells) + "|\n"


def anchor(rule: Rule) -> str:
    """The end of a link to its heading, as GitHub and GitLab make it."""
    return f"{rule.code} {rule.name}".lower().replace(" ", "-")


def _group(code: str, rules: list[Listed]) -> Iterator[str]:
    yield GROUP_HEAD.format(code=code, title=GROUPS[code])
    yield "\n".join(part for one in rules for part in _page(one))


def _page(one: Listed) -> Iterator[str]:
    rule = one.rule
    yield f"## {rule.code} {rule.name}\n\n**{_text(rule.title)}**\n"
    yield from (f"{_text(part)}\n" for part in paragraphs(one.page))
    mended = "，`--fix` 能改" if rule.fixes else ""
    facts = {
        "错": _code(rule.bad),
        "对": _code(rule.good),
        "依据": f"{_text(rule.source)}（{rule.tier}）",
        "级别": f"{SEVERITIES[rule.severity]}{mended}",
    }
    yield "".join(f"- {name}：{value}\n" for name, value in facts.items())


# ---------------------------------------------------------------- Markdown


def _text(words: str) -> str:
    """Words in which nothing is Markdown but code between backticks."""
    parts = re.split(r"(`[^`]*`)", words)
    return "".join(part if part.startswith("`") else re.sub(r"[\\*<\[~|]|^#", r"\\\g<0>", part) for part in parts)


def _cell(words: str) -> str:
    return words if words.startswith("[") else _text(words)


def _code(words: str) -> str:
    """Words as they are; a fence longer than any run of backticks in them."""
    fence = "`" * (max((len(run) for run in re.findall("`+", words)), default=0) + 1)
    pad = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{fence}{pad}{words}{pad}{fence}"


if __name__ == "__main__":
    sys.exit(main())
