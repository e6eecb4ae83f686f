"""Whatever an author does to a campaign: the changes applied to the old clauses give the new ones, each told once."""

from __future__ import annotations

import datetime
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from applied import MIRRORED, apply, side_of
from diffing import CAMPAIGN, FORM, side, texts, told
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.diff.changes import Side
from docgen.diff.compare import compare

HEAD, BODY = CAMPAIGN.split("body: |\n")
PARAGRAPHS = tuple(line for line in BODY.split("\n") if line.strip())
ROWS = tuple(line for line in FORM.split("\n") if line.startswith("  - ["))
WORDS = (
    "副高级",
    "身体健康",
    "不超过60周岁",
    "突出成绩",
    "集体研究",
    "5个工作日",
    "受理举报",
    "逾期",
    "专家评审",
    "社会公布",
    "基层一线",
)
NEW_WORDS = ("中级", "不少于3个", "优秀成绩", "认真", "2022年以来", "", "（含退休人员）", "至4月1日")
DAYS = datetime.date(2023, 2, 15), datetime.date(2024, 12, 31)
SENTENCES = (
    "  材料不齐全的不予受理。",
    "  （五）监督。任何单位和个人可以举报，电话0000-1111111。",
    "  **请各单位注意：**按时报送。",
    "  专家应具有副高级以上专业技术职称，身体健康。",
)


@dataclass(frozen=True)
class Draft:
    """A campaign in the making."""

    head: str = HEAD
    paragraphs: tuple[str, ...] = PARAGRAPHS
    form: str = FORM

    @property
    def campaign(self) -> str:
        return f"{self.head}body: |\n" + "\n\n".join(self.paragraphs) + "\n"

    def side(self, folder: Path) -> Side:
        return side(folder, self.campaign, tui=self.form)


@st.composite
def edits(draw: st.DrawFn, draft: Draft) -> Draft:
    """One thing that an author may do."""
    paragraphs = list(draft.paragraphs)
    match draw(st.sampled_from(["word", "date", "move", "drop", "add", "copy", "field", "limit", "year", "quota"])):
        case "word":
            return Draft(draft.head, tuple(_reworded(draw, paragraphs)), draft.form)
        case "date":
            day = draw(st.dates(min_value=DAYS[0], max_value=DAYS[1]))
            return Draft(draft.head.replace("date: 2023-03-10", f"date: {day}"), draft.paragraphs, draft.form)
        case "move":
            moved = paragraphs.pop(draw(st.integers(0, len(paragraphs) - 1)))
            paragraphs.insert(draw(st.integers(0, len(paragraphs))), moved)
        case "drop" if len(paragraphs) > 1:
            del paragraphs[draw(st.integers(0, len(paragraphs) - 1))]
        case "add":
            paragraphs.insert(draw(st.integers(0, len(paragraphs))), draw(st.sampled_from(SENTENCES)))
        case "copy":
            paragraphs.insert(draw(st.integers(0, len(paragraphs))), draw(st.sampled_from(paragraphs)))
        case "field":
            return Draft(draft.head, draft.paragraphs, draft.form.replace(draw(st.sampled_from(ROWS)) + "\n", ""))
        case "limit":
            limit = draw(st.integers(1, 999))
            return Draft(draft.head, draft.paragraphs, draft.form.replace("limit: 300", f"limit: {limit}"))
        case "year":
            return Draft(draft.head.replace("year: 2023", "year: 2024"), draft.paragraphs, draft.form)
        case "quota":
            return Draft(draft.head.replace("max: 2", f"max: {draw(st.integers(1, 9))}"), draft.paragraphs, draft.form)
    return Draft(draft.head, tuple(paragraphs), draft.form)


def _reworded(draw: st.DrawFn, paragraphs: list[str]) -> list[str]:
    old, new = draw(st.sampled_from(WORDS)), draw(st.sampled_from(NEW_WORDS))
    return [paragraph.replace(old, new) for paragraph in paragraphs]


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """The campaign after up to five edits."""
    draft = Draft()
    for _edit in range(draw(st.integers(1, 5))):
        draft = draw(edits(draft))
    return draft


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drafts())
def test_whatever_was_edited(draft: Draft) -> None:
    with tempfile.TemporaryDirectory() as folder:
        old, new = Draft().side(Path(folder) / "old"), draft.side(Path(folder) / "new")
    changes, back = compare(old, new), compare(new, old)
    assert apply(changes, texts(old)) == tuple(texts(new))
    assert apply(back, texts(new)) == tuple(texts(old))
    turned = Counter((MIRRORED[kind], after, before) for kind, before, after in told(changes))
    assert turned == Counter(told(back))
    for item in changes.items:
        assert (side_of(item.pieces, "old").strip(), side_of(item.pieces, "new").strip()) == (item.old, item.new)
    once = [item for item in changes.items if item.kind != "wording"]
    assert max(Counter(once).values(), default=1) == 1


ONE_EDIT = st.sampled_from(
    [
        ("max: 2", "max: 5"),
        ("date: 2023-03-10", "date: 2023-04-03"),
        ("copies: 3", "copies: 2"),
        ("years: 3", "years: 5"),
        ("0000-1234567", "0000-7654321"),
        ("副高级以上", "中级以上"),
        ("5个工作日", "7个工作日"),
        ("身体健康。", "身体健康，品行端正。"),
        ("结果向社会公布。", "结果公示后向社会公布。"),
        ("，逾期不予受理", ""),
    ]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sets(ONE_EDIT, min_size=1, max_size=5))
def test_so_many_edits_so_many_changes(chosen: set[tuple[str, str]]) -> None:
    """Edits of different sentences, or of values: each is told once."""
    campaign = CAMPAIGN
    for old, new in chosen:
        campaign = campaign.replace(old, new)
    with tempfile.TemporaryDirectory() as folder:
        changes = compare(side(Path(folder) / "old"), side(Path(folder) / "new", campaign))
    same_sentence = {("副高级以上", "中级以上"), ("身体健康。", "身体健康，品行端正。")} <= chosen
    assert len(changes.items) == len(chosen) - same_sentence, told(changes)
