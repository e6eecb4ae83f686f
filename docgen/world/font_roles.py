"""Which fonts may play which role: the tables a reader looks into first when a font is not found.

GB/T 9704-2012 names typefaces (仿宋 for the body, 小标宋 for the title), not products. ``official`` is the
family that a DOCX names, because that is what a bureau's machine has. ``genuine`` are families of that
typeface as systems and foundries name them, ``substitutes`` free fonts of the same typeface, ``stopgaps``
what is only better than boxes.
"""

from __future__ import annotations

from typing import Literal, get_args

from docgen.frozen import dataclass

Role = Literal["fangsong", "kaiti", "heiti", "songti", "title"]
"""A typeface by its office; the same words as ``docgen.document.tree.Role``."""

ALL_ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True)
class RoleFonts:
    """Family names for a role, best first, in any language that a font may name itself in.

    ``weight`` is wanted of substitutes and stopgaps: 小标宋 is a display cut of 宋体 and nearest to its bold.
    """

    typeface: str
    official: str
    genuine: tuple[str, ...]
    substitutes: tuple[str, ...]
    stopgaps: tuple[str, ...]
    weight: int = 400


SERIF = ("Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Source Han Serif CN", "思源宋体")
SANS = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "思源黑体")

# Fonts name themselves in Chinese, in English or in both, so that both names stand here; foundries sell a
# face in two encodings, and the _GBK one has the characters of personal names that the GB 2312 one lacks.
ROLES: dict[Role, RoleFonts] = {
    "fangsong": RoleFonts(
        typeface="仿宋",
        official="仿宋_GB2312",
        genuine=(
            "仿宋_GB2312",
            "FangSong_GB2312",
            "方正仿宋_GBK",
            "FZFangSong-Z02",
            "仿宋",
            "FangSong",
            "SimFang",
            "方正仿宋简体",
            "FZFangSong-Z02S",
            "华文仿宋",
            "STFangsong",
        ),
        substitutes=("FandolFang R", "FandolFang"),
        stopgaps=SERIF,
    ),
    "kaiti": RoleFonts(
        typeface="楷体",
        official="楷体_GB2312",
        genuine=(
            "楷体_GB2312",
            "KaiTi_GB2312",
            "方正楷体_GBK",
            "FZKai-Z03",
            "楷体",
            "KaiTi",
            "SimKai",
            "方正楷体简体",
            "FZKai-Z03S",
            "楷体-简",
            "Kaiti SC",
            "华文楷体",
            "STKaiti",
        ),
        substitutes=("FandolKai",),
        stopgaps=SERIF,
    ),
    "heiti": RoleFonts(
        typeface="黑体",
        official="黑体",
        genuine=(
            "黑体",
            "SimHei",
            "方正黑体_GBK",
            "FZHei-B01",
            "方正黑体简体",
            "FZHei-B01S",
            "黑体-简",
            "Heiti SC",
            "华文黑体",
            "STHeiti",
        ),
        substitutes=("FandolHei",),
        stopgaps=(*SANS, "微软雅黑", "Microsoft YaHei", "苹方-简", "PingFang SC"),
    ),
    "songti": RoleFonts(
        typeface="宋体",
        official="宋体",
        genuine=(
            "宋体",
            "SimSun",
            "方正书宋_GBK",
            "FZShuSong-Z01",
            "方正书宋简体",
            "FZShuSong-Z01S",
            "宋体-简",
            "Songti SC",
            "华文宋体",
            "STSong",
        ),
        substitutes=("FandolSong",),
        stopgaps=SERIF,
    ),
    "title": RoleFonts(
        typeface="小标宋",
        official="方正小标宋简体",
        genuine=(
            "方正小标宋简体",
            "FZXiaoBiaoSong-B05S",
            "方正小标宋_GBK",
            "FZXiaoBiaoSong-B05",
            "华文中宋",
            "STZhongsong",
        ),
        substitutes=("FandolSong", "宋体-简", "Songti SC"),
        stopgaps=SERIF,
        weight=700,
    ),
}

# Characters that a role's own face lacks (names: 珺喆昇堃玥) come from the first of these that has them.
FALLBACKS: tuple[tuple[Role, tuple[str, ...]], ...] = (
    ("songti", (*SERIF, "宋体", "SimSun", "宋体-简", "Songti SC", "华文宋体", "STSong")),
    ("heiti", (*SANS, "微软雅黑", "Microsoft YaHei", "苹方-简", "PingFang SC")),
    ("songti", ("SimSun-ExtB", "宋体-ExtB")),
)

# Licences in a word, by how a family's name begins; other fonts speak for themselves in their name table.
LICENCES: dict[str, str] = {
    "Fandol": "GPL-3.0 with font exception",
    "Noto": "SIL OFL 1.1",
    "Source Han": "SIL OFL 1.1",
}

KNOWN_NAMES: frozenset[str] = frozenset(
    name.casefold()
    for names in (
        *((*role.genuine, *role.substitutes, *role.stopgaps) for role in ROLES.values()),
        *(names for _, names in FALLBACKS),
    )
    for name in names
)
"""Every family that may be of use, in lower case; all other fonts are not even read."""
