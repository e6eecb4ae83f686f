"""What a web page has around a notice: where one is, who put it there and when, buttons."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.lint.pattern import Pattern
from docgen.lint.recognise.lines import Line


def without_navigation(lines: Sequence[Line]) -> list[Line]:
    """The lines of the notice itself."""
    return [line for at, line in enumerate(lines) if not _is_navigation(line.text) or _is_index(lines, at)]


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
