"""What a rewording is about: a date, a number, a telephone, a condition, or nothing but style.

Only words decide, by the literal lists below, so that anyone can say why a change was called what it was called.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.diff import days
from docgen.diff.changes import Clause, Kind
from docgen.diff.ground import Ground
from docgen.diff.tokens import Segment
from docgen.diff.words import Token, text_of

_DATE = re.compile(r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?.*|\d{1,2}[:：]\d\d|\d{1,2}时(?:\d{1,2}分)?")
_ADDRESS = re.compile(
    r"https?://.*|www\..*|[\w.+-]+@[\w.-]+|[（(]?0\d{2,3}[）)]?[-—－]?\d{7,8}|1\d{10}|\d{7,8}", re.ASCII
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?[%％万亿]?|[一二两三四五六七八九十百]+")
_COPIES = re.compile(r"一式[一二三四五六七八九十\d]+份?")

_DUE = re.compile(r"前|截止|截至|报送|上报|提交|期限|之日|为止|时间")
_QUOTA = re.compile(r"名额|推荐|申报|遴选|不超过|不多于|不少于|控制在|限报|限额|总数")
_QUOTA_UNIT = re.compile(r"(?:个|名|项|人|家)")
_MONEY = re.compile(r"元|经费|资助|补助|奖励|预算")
_MATERIAL = re.compile(
    r"(?:表|报告|证明|证书|复印件|原件|扫描件|材料|公函|函|总结|简历|清单|名册|照片|方案|协议|承诺书|电子版|计划书|意见书)$"
)
_HANDED_IN = re.compile(r"提交|报送|提供|上报|附|材料|寄送|填写")

DUTY = re.compile(
    r"应|须|必须|不得|不能|不予|可以|可不|方可|不超过|不少于|不低于|不高于|以上|以下|以内|至少|最多|优先|原则上|逾期|"
    r"具备|具有|符合|满足|填写|报送|提交|提供|盖章|公示|申报|推荐|参加|条件|要求|范围|对象|资格|程序|材料|经费|资助|评审|考核"
)
"""Words of a clause that asks, allows or promises something."""

STYLE = frozenset(
    (
        "认真", "切实", "积极", "主动", "充分", "广泛", "深入", "全面", "进一步", "精心", "大力", "努力", "着力",
        "严格", "高度", "紧密", "扎实", "有效", "不断", "持续", "加强", "加大", "加快", "推进", "推动", "促进", "深化",
        "完善", "优化", "提升", "提高", "贯彻", "落实", "做好", "抓好", "搞好", "开展", "实施", "组织", "及时", "稳步",
        "深刻", "牢固", "坚决", "坚持", "更好", "有关", "相关", "事项", "事宜", "如下", "下列", "以下", "上述", "通知",
        "工作", "为", "对", "将", "使", "要", "请", "各", "我", "本", "该", "此", "其", "这", "等", "把", "被", "由",
        "向", "从", "在", "于", "中", "上", "里",
    )
)  # fmt: skip
"""Words that may be exchanged for others without a change in what is asked."""


def kind_of_rewording(real: Sequence[Segment], texts: tuple[str, str], clauses: tuple[Clause, Clause]) -> Kind:
    """The kind of a sentence that reads otherwise; ``real`` are the stretches that nothing else explains.

    Both sides are asked alike, so that exchanged they give the same kind, or its opposite.
    """
    both = "".join(texts)
    words = [token for segment in real for token in (*segment.old, *segment.new) if not token.light]
    if not words:
        return "wording"
    if _all(_DATE, words):
        return "deadline-moved" if _DUE.search(both) and _both(real) else "condition-reworded"
    if any(_is_contact(clause) for clause in clauses) or _all(_ADDRESS, words):
        return "contact-changed"
    if _all(_NUMBER, words) and _both(real):
        return _kind_of_number(both)
    if _all(_COPIES, words):
        return "material-changed"
    if any(_is_preamble(clause) for clause in clauses) or all(token.text in STYLE for token in words):
        return "wording"
    if material := _kind_of_material(real, both):
        return material
    return "condition-reworded" if DUTY.search(both + "".join(clause.where for clause in clauses)) else "wording"


def _all(pattern: re.Pattern[str], words: Sequence[Token]) -> bool:
    return all(pattern.fullmatch(token.text) for token in words)


def _both(real: Sequence[Segment]) -> bool:
    return all(segment.old and segment.new for segment in real)


def _is_contact(clause: Clause) -> bool:
    return clause.where.endswith("联系方式")


def _is_preamble(clause: Clause) -> bool:
    return clause.part != "annex" and "开头" in clause.where


def _kind_of_number(sentence: str) -> Kind:
    if _MONEY.search(sentence):
        return "funding-changed"
    if _QUOTA.search(sentence) and _QUOTA_UNIT.search(sentence) and "字" not in sentence:
        return "quota-changed"
    return "condition-reworded"


def _kind_of_material(real: Sequence[Segment], sentence: str) -> Kind | None:
    """Something to hand in that came into a list, or left it."""
    if len(real) != 1 or not _HANDED_IN.search(sentence):
        return None
    segment = real[0]
    words = text_of(token for token in (*segment.old, *segment.new) if not token.light)
    if (segment.old and segment.new) or not _MATERIAL.search(words) or len(words) > 20:
        return None
    return "material-added" if segment.new else "material-dropped"


def kind_alone(clause: Clause, text: str, came: bool) -> Kind:
    """The kind of a clause, or of some sentences, that one side alone has."""
    if _is_contact(clause):
        return "contact-added" if came else "contact-dropped"
    if _is_preamble(clause):
        return "wording"
    return "condition-added" if came else "condition-dropped"


# ---------------------------------------------------------------- in a few words

_LONGEST = 24


def said_of_rewording(real: Sequence[Segment], ground: Ground) -> str:
    """“资格”改为“职称”；增加“当年”."""
    said = []
    for segment in real[:3]:
        old, new = _short(text_of(segment.old)), _short(text_of(segment.new))
        if old and new:
            said.append(f"“{old}”改为“{new}”")
        elif old or new:
            said.append(f"删去“{old}”" if old else f"增加“{new}”")
    if (shift := shift_of_rewording(real, ground)) and _all(_DATE, _weighty(real)):
        said.append(days.how_much_later(shift, ground.years[0] != ground.years[1]))
    return "；".join(said) + ("等" if len(real) > 3 else "")


def _short(text: str) -> str:
    bare = text.strip("，。、；： \t\n　")
    return bare if len(bare) <= _LONGEST else bare[: _LONGEST - 1] + "…"


def _weighty(real: Sequence[Segment]) -> list[Token]:
    return [token for segment in real for token in (*segment.old, *segment.new) if not token.light]


def shift_of_rewording(real: Sequence[Segment], ground: Ground) -> int | None:
    """By how many days the one date, or by how much the one number, is more; None if there are others."""
    if len(real) != 1:
        return None
    old, new = ([token for token in side if not token.light] for side in (real[0].old, real[0].new))
    if len(old) != 1 or len(new) != 1:
        return None
    dates = days.date_in(old[0].text, ground.years[0]), days.date_in(new[0].text, ground.years[1])
    if dates[0] and dates[1]:
        return days.later_by(dates[0], dates[1], ground.years)
    if old[0].text.isascii() and new[0].text.isascii() and old[0].text.isdigit() and new[0].text.isdigit():
        return int(new[0].text) - int(old[0].text)
    return None
