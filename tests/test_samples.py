"""The five real campaigns: they load, they compose, and what is written once in them is said everywhere.

Facts are spot checks against the notices as published; ``test_fidelity`` compares them whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from docgen.campaign.load import load_campaign
from docgen.compose import annex_form_ids, compose, split_annexes
from docgen.document.tree import Document, Form, Heading, Notice, fields_of, plain
from docgen.render.setting import Setting
from docgen.render.txt import render_txt
from docgen.templates.find import find_templates
from docgen.templates.form_model import CellPlan, FormPlan

ROOT = Path(__file__).parent.parent
CAMPAIGNS = {
    "tianjin-2020": ROOT / "data/tianjin/2020.yaml",
    "shanghai-2023": ROOT / "data/shanghai/2023.yaml",
    "neimenggu-2023": ROOT / "data/neimenggu/2023.yaml",
    "henan-2012": ROOT / "data/henan/2012.yaml",
    "neimenggu-2017": ROOT / "data/neimenggu/2017.yaml",
}
FORMS = sorted(path.parent.name for path in ROOT.glob("templates/annexes/*-20??-*/form.yaml"))
PORTRAIT, LANDSCAPE = 156, 229


def composed(path: Path) -> Notice:
    loaded = load_campaign(path)
    templates = find_templates(ROOT)
    return compose(loaded, {name: templates.form(name, path.parent) for name in annex_form_ids(loaded.campaign)})


def text_of(document: Document) -> str:
    # Plain text looks neither at the look nor at the fonts.
    return render_txt(document, cast("Setting", None)).data.decode()


def changed(tmp_path: Path, campaign: str, old: str, new: str) -> str:
    """The text of the campaign's notice after ``old`` was replaced, once, in its file."""
    words = CAMPAIGNS[campaign].read_text(encoding="utf-8")
    assert words.count(old) == 1
    path = tmp_path / "changed.yaml"
    path.write_text(words.replace(old, new), encoding="utf-8")
    return text_of(composed(path))


# ---------------------------------------------------------------- as published


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_the_campaign_is_named_after_its_file(campaign: str) -> None:
    path = CAMPAIGNS[campaign]
    assert load_campaign(path).campaign.id == campaign == f"{path.parent.name}-{path.stem}"


FACTS = {
    "tianjin-2020": (
        "津人社办函〔2020〕124号",
        "《关于开展2020年专家服务基层工作项目和国家级专家服务基地申报工作的通知》（人社专技司函〔2020〕016号）",
        "于3月13日（星期五）前",
        "《专家服务基层服务团项目申报表》（见附件1）、《国家级专家服务基地申报表》（见附件2）",
        "联 系 人：市人社局专业技术人员管理处　杨妤、祝露",
        "联系电话：83218136、83218119",
        "（此件主动公开）",
    ),
    "shanghai-2023": (
        "沪人社专〔2023〕49号",
        "参加人数不少于50人次",
        "（每单位申报不超过1个项目或基地）",
        "《2023年专家服务基层示范团项目申报表》或《2023年专家服务基地申报表》（见附件1、2）",
        "《2023年专家服务基层申报情况一览表》（见附件3）",
        "于2023年2月24日前",
        "国家级专家服务团经费支持不超过20万元，市级专家服务团经费支持不超过10万元",
    ),
    "neimenggu-2023": (
        "内人社办发〔2023〕18号",
        "原则上每个盟市推荐2个服务团项目",
        "每个基地申报1个服务团项目",
        "择优推荐2—3个项目",
        "择优推荐1—2个具备条件的基地",
        "择优推荐不少于10名",
        "应在2023年5月至9月之间",
        "《2023年国家级专家服务基地申报表》（附件2）",
        "所有材料一式2份与电子版一并报送",
        "务于2023年2月24日前",
        "联 系 人：塞　夫　　曹　磊",
        "材料邮寄地址：呼和浩特市新城区国家大学科技园8号楼619室",
        "（专业技术人员管理处）",
    ),
    "henan-2012": (
        "豫人社专技〔2012〕3号",
        "人力资源和社会保障部《关于实施2012年万名专家服务基层行动计划的通知》（人社厅函〔2012〕27号）",
        "于3月10日之前",
        "（一式三份）",
        "0371-69690110（传真）",
        "邮政编码：450018",
        "二○一二年二月二十一日",
        "二○一二年一月二十一日",
    ),
    "neimenggu-2017": (
        "内人社办发〔2017〕207号",
        "《关于印发〈专家服务基地建设管理办法〉的通知》（人社厅发〔2014〕72号）",
        "第二批自治区级专家服务基地",
        "填写《自治区专家服务基地申请表》",
        "申报基地数量控制在1个",
        "于2017年7月20日前，将《内蒙古自治区专家服务基地申报表》（一式五份，附电子版，相关佐证材料可提供一份）",
    ),
}


@pytest.mark.parametrize("campaign", FACTS)
def test_the_notice_says_what_was_published(campaign: str) -> None:
    # Both zeros are used in the year of a date.
    text = text_of(composed(CAMPAIGNS[campaign])).replace("〇", "○")
    assert [fact for fact in FACTS[campaign] if fact not in text] == []


LEVEL_ONE = {
    "tianjin-2020": ["一、申报内容", "二、申报程序和材料", "三、有关事宜"],
    "shanghai-2023": ["一、专家遴选范围和条件", "二、服务形式", "三、申报重点", "四、申报要求"],
    "neimenggu-2023": ["一、重点工作", "二、有关要求"],
    "henan-2012": [],
    "neimenggu-2017": [
        "一、目的和意义",
        "二、设立的原则",
        "三、申报条件",
        "四、申报程序",
        "五、运行要求",
        "六、评估与管理",
        "七、其他要求",
    ],
}


@pytest.mark.parametrize("campaign", LEVEL_ONE)
def test_the_sections_are_found(campaign: str) -> None:
    blocks = composed(CAMPAIGNS[campaign]).blocks
    found = [block.title for block in blocks if isinstance(block, Heading) and block.level == 1]
    assert found == LEVEL_ONE[campaign]


def test_run_in_headings_are_in_kaiti_and_sentences_are_not() -> None:
    def kaiti(campaign: str) -> list[str]:
        headings = [block for block in composed(CAMPAIGNS[campaign]).blocks if isinstance(block, Heading)]
        return [plain(one.spans[:1]) for one in headings if one.level == 2 and one.spans[0].role == "kaiti"]

    assert kaiti("tianjin-2020") == [
        "（一）专家服务基层项目。",
        "（二）国家级专家服务基地。",
        "（一）申报。",
        "（二）推荐。",
        "（三）报审。",
    ]
    assert kaiti("neimenggu-2017") == []


def test_a_forwarded_notice_is_a_notice_within_the_notice() -> None:
    (attached,) = composed(CAMPAIGNS["henan-2012"]).attached
    assert "".join(attached.title) == "关于实施2012年万名专家服务基层行动计划的通知"
    assert attached.number == "人社厅函〔2012〕27号"
    assert attached.signature.issuers == ("人力资源和社会保障部办公厅",)
    assert attached.letterhead is None
    assert [block.title for block in attached.blocks if isinstance(block, Heading)] == [
        "一、提高认识，推进“行动计划”各项任务的贯彻落实",
        "二、突出重点，完成2012年专家服务基层重点任务",
        "（一）组织专家服务团，开展短期服务活动",
        "（二）加快建设一批专家服务基地",
        "（三）组织开展对口支援服务活动",
        "三、加强领导，切实提高专家服务基层的成效",
    ]


def test_letterheads_and_signatures() -> None:
    heads = {name: composed(path) for name, path in CAMPAIGNS.items()}
    marks = {name: "".join((*one.letterhead.marks, one.letterhead.suffix)) for name, one in heads.items()}  # type: ignore[union-attr]
    assert marks == {
        "tianjin-2020": "天津市人力资源和社会保障局",
        "shanghai-2023": "上海市人力资源和社会保障局",
        "neimenggu-2023": "内蒙古自治区人力资源和社会保障厅文件",
        "henan-2012": "河南省人力资源和社会保障厅",
        "neimenggu-2017": "内蒙古自治区人力资源和社会保障厅文件",
    }
    assert heads["tianjin-2020"].signature.issuers == ()
    assert heads["shanghai-2023"].signature.date == "2023年2月14日"


# ---------------------------------------------------------------- written once, said everywhere


CHANGES = [
    ("tianjin-2020", "date: 2020-03-13", "date: 2020-04-07", "4月7日（星期二）", "3月13日"),
    (
        "tianjin-2020",
        "email: srsjzyjsryglc@tj.gov.cn",
        "email: zjc@tj.gov.cn",
        "（zjc@tj.gov.cn）",
        "srsjzyjsryglc",
    ),
    ("tianjin-2020", "人社专技司函〔2020〕016号", "人社专技司函〔2020〕9号", "〔2020〕9号）要求", "016"),
    ("shanghai-2023", "date: 2023-02-24", "date: 2023-03-31", "于2023年3月31日前", "2月24日"),
    ("shanghai-2023", 'amount: "10"', 'amount: "12.5"', "支持不超过12.5万元", "10万元"),
    ("neimenggu-2023", "max: 3}", "max: 5}", "择优推荐2—5个项目", "2—3个"),
    ("neimenggu-2023", "last_month: 9", "last_month: 10", "5月至10月之间", "至9月"),
    ("henan-2012", "date: 2012-03-10", "date: 2012-03-05", "于3月5日之前", "3月10日"),
    ("neimenggu-2017", "batch: 2", "batch: 3", "第三批", "第二批"),
    ("neimenggu-2017", "copies: 5", "copies: 6", "一式六份", "一式五份"),
]


@pytest.mark.parametrize(("campaign", "old", "new", "said", "gone"), CHANGES)
def test_one_change_is_said_everywhere(tmp_path: Path, campaign: str, old: str, new: str, said: str, gone: str) -> None:
    text = changed(tmp_path, campaign, old, new)
    assert said in text
    assert gone not in text


@pytest.mark.parametrize("campaign", ["tianjin-2020", "shanghai-2023", "neimenggu-2023", "neimenggu-2017"])
def test_the_year_stands_in_the_words_only_as_a_value(tmp_path: Path, campaign: str) -> None:
    """Numbers of documents and dates keep their own year: they are values too."""
    year = campaign[-4:]
    text = changed(tmp_path, campaign, f"\nyear: {year}", "\nyear: 2031")
    assert "2031年" in text
    assert set(re.findall(rf"{year}年(?!\d+月\d+日)", text)) == set()


# ---------------------------------------------------------------- the forms


def plan_of(form: str) -> FormPlan:
    return find_templates(ROOT).form(form, None).plan


def cells_of(plan: FormPlan) -> Iterator[CellPlan]:
    for grid in plan.grids or [plan]:
        for row in grid.rows:
            yield from row.cells


def test_every_form_is_used() -> None:
    used = {use.form for path in CAMPAIGNS.values() for use in load_campaign(path).campaign.annexes}
    assert used == set(FORMS)


@pytest.mark.parametrize("form", FORMS)
def test_a_grid_is_as_wide_as_the_page(form: str) -> None:
    plan = plan_of(form)
    widths = {sum(grid.columns) for grid in plan.grids or [plan]}
    assert len(widths) == 1
    assert PORTRAIT - 1 <= widths.pop() <= (LANDSCAPE if plan.landscape else PORTRAIT)


@pytest.mark.parametrize("form", FORMS)
def test_a_limit_is_printed_as_it_is_checked(form: str) -> None:
    """A cell's ``limit`` is the number in the hint of the label before it, or in its own guide."""
    printed: list[int] = []
    for cell in cells_of(plan_of(form)):
        words = [*(cell.hint or []), *(cell.guide or []), *(cell.header or []), *(cell.label or [])]
        printed += [int(number) for number in re.findall(r"(\d+)字", "".join(words))]
    assert sorted(printed) == sorted(cell.limit for cell in cells_of(plan_of(form)) if cell.limit)


@pytest.mark.parametrize("campaign", ["tianjin-2020", "shanghai-2023", "neimenggu-2023", "neimenggu-2017"])
def test_what_a_roster_knows_is_filled_in(campaign: str) -> None:
    """Every form carries the unit's name; the fields of a form have ids of their own."""
    for annex in split_annexes(composed(CAMPAIGNS[campaign])):
        form = annex.annex.content
        assert isinstance(form, Form)
        ids = [field.id for field in fields_of(form)]
        assert len(ids) == len(set(ids))
    plans = [plan_of(use.form) for use in load_campaign(CAMPAIGNS[campaign]).campaign.annexes if use.form]
    for plan in plans:
        lines = [line for cell in cells_of(plan) for line in cell.lines or []]
        covers = plan.cover.lines if plan.cover else []
        captions = [one for one in plan.captions if not isinstance(one, str)]
        filled = [one.prefill for one in (*cells_of(plan), *lines, *covers, *captions)]
        assert any("unit.name" in words for words in filled)
