"""What changed: the one result that every reader and every format is made from.

``Changes.items`` says it by sense, each edit once: a deadline moved, a condition added. ``Changes.blocks`` says it by
place: both texts clause by clause, side by side, each clause of either side in exactly one row, in the order of the
page. ``docgen.diff.compare`` makes them; nothing here knows how.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from docgen.diagnostics import Place
from docgen.frozen import dataclass

if TYPE_CHECKING:  # slow to import, and only carried along
    from docgen.campaign.loaded import LoadedCampaign
    from docgen.campaign.model import Campaign
    from docgen.document.tree import Notice
    from docgen.sources.source_map import SourceMap
    from docgen.templates.loaded import LoadedForm

Kind = Literal[
    "year-moved",
    "number-changed",
    "issued-changed",
    "title-changed",
    "issuer-changed",
    "head-changed",
    "addressee-added",
    "addressee-dropped",
    "basis-added",
    "basis-dropped",
    "basis-changed",
    "deadline-added",
    "deadline-dropped",
    "deadline-moved",
    "deadline-changed",
    "quota-added",
    "quota-dropped",
    "quota-changed",
    "funding-added",
    "funding-dropped",
    "funding-changed",
    "contact-added",
    "contact-dropped",
    "contact-changed",
    "material-added",
    "material-dropped",
    "material-changed",
    "fact-added",
    "fact-dropped",
    "fact-changed",
    "condition-added",
    "condition-dropped",
    "condition-reworded",
    "clause-moved",
    "wording",
    "annex-added",
    "annex-dropped",
    "annex-renumbered",
    "annex-retitled",
    "field-added",
    "field-dropped",
    "field-renamed",
    "field-moved",
    "field-limit",
    "field-options",
    "field-changed",
    "form-changed",
]

KINDS: dict[Kind, str] = {
    "year-moved": "年度变更",
    "number-changed": "发文字号变更",
    "issued-changed": "成文日期变更",
    "title-changed": "标题变更",
    "issuer-changed": "发文机关变更",
    "head-changed": "版头、附注、版记变更",
    "addressee-added": "增加主送机关",
    "addressee-dropped": "减少主送机关",
    "basis-added": "增加依据",
    "basis-dropped": "取消依据",
    "basis-changed": "依据变更",
    "deadline-added": "增加时间节点",
    "deadline-dropped": "取消时间节点",
    "deadline-moved": "时间调整",
    "deadline-changed": "时间要求变更",
    "quota-added": "增加名额规定",
    "quota-dropped": "取消名额规定",
    "quota-changed": "名额调整",
    "funding-added": "增加经费",
    "funding-dropped": "取消经费",
    "funding-changed": "经费调整",
    "contact-added": "增加联系方式",
    "contact-dropped": "取消联系方式",
    "contact-changed": "联系方式变更",
    "material-added": "增加材料",
    "material-dropped": "取消材料",
    "material-changed": "材料要求变更",
    "fact-added": "增加数值",
    "fact-dropped": "取消数值",
    "fact-changed": "数值调整",
    "condition-added": "增加条款",
    "condition-dropped": "删去条款",
    "condition-reworded": "条款修改",
    "clause-moved": "条款移位",
    "wording": "文字改动",
    "annex-added": "增加附件",
    "annex-dropped": "取消附件",
    "annex-renumbered": "附件序号变更",
    "annex-retitled": "附件名称变更",
    "field-added": "表格增加栏目",
    "field-dropped": "表格取消栏目",
    "field-renamed": "表格栏目改名",
    "field-moved": "表格栏目移位",
    "field-limit": "表格字数限制变更",
    "field-options": "表格选项变更",
    "field-changed": "表格栏目要求变更",
    "form-changed": "表格说明变更",
}
"""Every kind and its Chinese name, in the order in which a list of changes names them."""


# ---------------------------------------------------------------- by sense


@dataclass(frozen=True)
class Piece:
    """Some words that both sides have, or only one. Dates, numbers, 文号, addresses and words are never cut in half."""

    op: Literal["same", "old", "new"]
    text: str


Pieces = tuple[Piece, ...]


@dataclass(frozen=True)
class Change:
    """One edit. ``old`` and ``new`` are as printed, empty where the side has nothing of it.

    ``where`` says in Chinese where a reader finds it (``三、申报条件``, ``附件1《推荐表》“单位名称”``); ``detail``
    what the two texts do not say by themselves (``推后5天``). ``shift`` is how many days, places, characters the new
    side is above the old one. ``id`` names the value (``deadlines.submission``), the field (``annexes.team.phone``) or
    the row of ``blocks`` (``clause.12``). ``subject`` is what the value is called: 申报材料报送.
    """

    kind: Kind
    where: str
    old: str = ""
    new: str = ""
    pieces: Pieces = ()
    detail: str = ""
    old_place: Place | None = None
    new_place: Place | None = None
    id: str = ""
    subject: str = ""
    shift: int | None = None

    @property
    def name(self) -> str:
        """The kind in Chinese."""
        return KINDS[self.kind]


# ---------------------------------------------------------------- by place

Part = Literal[
    "head", "number", "title", "addressees", "body", "entry", "signature", "note", "attached", "annex", "imprint"
]
"""版头, 发文字号, 标题, 主送机关, 正文, 附件说明, 署名和日期, 附注, 转发的公文, 附件, 版记."""

Path = tuple[str | int, ...]
"""The way to a thing in the tree: ``("blocks", 4)``; ``("annexes", 0, "content", "grids", 0, "rows", 2)``."""


@dataclass(frozen=True)
class Clause:
    """What is compared as one: a paragraph, a heading, a contact line, a line of a form, a row of a table.

    ``text`` is as printed; the cells of a row are joined by a tab, the lines of a cell by a line feed. ``level`` is the
    level of a heading, ``number`` what it is numbered with (``三、``), ``where`` the way there in Chinese.
    """

    part: Part
    path: Path
    text: str
    where: str = ""
    level: int = 0
    number: str = ""
    cells: tuple[str, ...] = ()
    place: Place | None = None


RowOp = Literal["same", "changed", "added", "dropped", "moved-from", "moved-to"]


@dataclass(frozen=True)
class Row:
    """A clause beside its counterpart.

    ``same`` and ``changed`` have both sides, ``added`` has the new one alone, ``dropped`` the old one. What moved has
    two rows that share the number ``move``: ``moved-from`` where it stood (old side alone), ``moved-to`` where it
    stands now (both sides; ``pieces`` tell how it was changed on the way). ``changes`` are the ids of the changes seen
    here; a changed row without any is renumbered, no more.
    """

    op: RowOp
    old: Clause | None
    new: Clause | None
    pieces: Pieces
    move: int = 0
    changes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Changes:
    """All that changed from one notice to the other. ``remarks`` say what was not compared, and why."""

    old_title: str
    new_title: str
    items: tuple[Change, ...]
    blocks: tuple[Row, ...]
    old_label: str = ""
    new_label: str = ""
    remarks: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything changed at all."""
        return bool(self.items) or any(row.op != "same" for row in self.blocks)


@dataclass(frozen=True)
class Side:
    """One of the two: the notice as composed, and what is known of its making.

    ``label`` is short and tells the sides apart (``2023年``). A document that docgen did not make has no campaign. With
    ``loaded`` and ``forms`` the words of the notice are traced to the values that they came from.
    """

    notice: Notice
    campaign: Campaign | None = None
    sources: SourceMap | None = None
    label: str = ""
    loaded: LoadedCampaign | None = None
    forms: tuple[tuple[str, LoadedForm], ...] = ()
